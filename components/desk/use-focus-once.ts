'use client';

import { useEffect, useRef, type RefObject } from 'react';

/** Puts the focus where the hand will go, once, as soon as it is ready; never away from a field somebody types in. */
export function useFocusOnce(target: RefObject<HTMLElement | null>, ready: boolean): void {
  const done = useRef(false);
  useEffect(() => {
    if (!ready || done.current) return;
    done.current = true;
    if (!document.activeElement?.matches('input, textarea')) target.current?.focus({ preventScroll: true });
  }, [ready, target]);
}
