'use client';

import { useEffect, useRef, type RefObject } from 'react';

/** Where somebody already is: a field they type in, or a menu or a dialog that would close without the focus. */
const BUSY = 'input, textarea, [role="menu"] *, [role="menu"], [role="dialog"] *, [role="dialog"]';

/** Puts the focus where the hand will go, once, as soon as it is ready; never away from where somebody is. */
export function useFocusOnce(target: RefObject<HTMLElement | null>, ready: boolean): void {
  const done = useRef(false);
  useEffect(() => {
    if (!ready || done.current) return;
    done.current = true;
    if (!document.activeElement?.matches(BUSY)) target.current?.focus({ preventScroll: true });
  }, [ready, target]);
}
