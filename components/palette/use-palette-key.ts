import { useEffect, useRef } from 'react';

/** Ctrl or ⌘ with K, wherever the hand is, also in a field; only another dialog keeps the keyboard to itself. */
export function usePaletteKey(isOpen: boolean, change: (isOpen: boolean) => void): void {
  const latest = useRef({ isOpen, change });
  useEffect(() => {
    latest.current = { isOpen, change };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== 'k') return;
      if (!latest.current.isOpen && document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) latest.current.change(!latest.current.isOpen);
    };
    // Before anybody else sees it: in a list of results the same keys would move up.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
