import type { RefObject } from 'react';

/**
 * Puts the focus where it was before something opened: most of it opens by a key, so the component library has no trigger
 * to go back to. Nowhere when `before` was set to null meanwhile.
 */
export function focusBack(event: Event, before: RefObject<Element | null>): void {
  event.preventDefault();
  if (before.current instanceof HTMLElement) before.current.focus();
}
