import { useEffect, type RefObject } from 'react';

/**
 * Tells assistive technology which row the arrows stand on. The box itself goes on naming the row before whenever the
 * choice is handed in from outside, and that row may be gone.
 */
export function useActiveOption(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const option = box.current?.querySelector('[role="option"][aria-selected="true"]');
    for (const control of box.current?.querySelectorAll('[role="combobox"], [role="listbox"]') ?? []) {
      if (option?.id) control.setAttribute('aria-activedescendant', option.id);
      else control.removeAttribute('aria-activedescendant');
    }
  });
}
