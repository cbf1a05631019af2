'use client';

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useShortcuts } from '@/components/shell/use-shortcuts';

type RowKeysOptions = {
  count: number;
  active: number | null;
  onActive: (index: number) => void;
  scrollTo: (index: number) => void;
  focus: (index: number) => void;
  onLeave: () => void;
};

/** j and k, or the arrows while a row has the focus, go from row to row; Escape goes back to the filters. */
export function useRowKeys({ count, active, onActive, scrollTo, focus, onLeave }: RowKeysOptions) {
  // Only a key moves the focus: a row that is drawn again does not take it from elsewhere.
  const [presses, setPresses] = useState(0);
  const latest = useRef({ focus, active });
  useEffect(() => {
    latest.current = { focus, active };
  });
  useEffect(() => {
    if (presses > 0 && latest.current.active !== null) latest.current.focus(latest.current.active);
  }, [presses]);
  const go = (index: number) => {
    if (count === 0) return;
    const next = Math.max(0, Math.min(count - 1, index));
    scrollTo(next);
    onActive(next);
    setPresses(presses + 1);
  };
  const down = () => go(active === null ? 0 : active + 1);
  const up = () => go(active === null ? 0 : active - 1);
  useShortcuts({ j: down, k: up });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Record<string, () => void> = {
      ArrowDown: down,
      j: down,
      ArrowUp: up,
      k: up,
      Home: () => go(0),
      End: () => go(count - 1),
      Escape: onLeave,
    };
    const run = keys[event.key];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  return { onKeyDown };
}
