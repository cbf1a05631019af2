import { useEffect, useRef, useState } from 'react';

/**
 * What somebody types between the key that opens a dialog and its field, whose code may still be on its way. The letters
 * are meant for that field: neither the page nor its shortcuts get them, and the field begins with them.
 * @param isOpen from the key on, until it is closed
 * @param onGiveUp Escape, before the dialog is there to hear it
 */
export function useTypedAhead(isOpen: boolean, onGiveUp: () => void): string {
  const [typed, setTyped] = useState('');
  const giveUp = useRef(onGiveUp);
  useEffect(() => {
    giveUp.current = onGiveUp;
  });
  useEffect(() => {
    if (!isOpen) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isThere = document.querySelector('[role="dialog"]') !== null;
      if (isThere || event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab') return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') giveUp.current();
      else if (event.key === 'Backspace') setTyped((text) => text.slice(0, -1));
      else if (event.key.length === 1) setTyped((text) => text + event.key);
    };
    // Before anybody else sees it.
    window.addEventListener('keydown', onKeyDown, true);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      setTyped('');
    };
  }, [isOpen]);
  return typed;
}
