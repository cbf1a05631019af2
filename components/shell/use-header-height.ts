'use client';

import { useLayoutEffect, useRef } from 'react';

/** Tells the page how much the header covers of its top, for what stays in sight below it. */
export function useHeaderHeight() {
  const header = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = header.current;
    if (element === null) return;
    // Called for the first time before the page is painted, when its layout is known anyway.
    const observer = new ResizeObserver(() => {
      // It may stand below something that never leaves the screen.
      const top = Number.parseFloat(getComputedStyle(element).top) || 0;
      const height = `${top + element.offsetHeight}px`;
      const page = document.documentElement;
      const known = getComputedStyle(page).getPropertyValue('--header-height');
      // A change of what everything inherits has the browser style the whole page anew.
      if (known !== height) page.style.setProperty('--header-height', height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return header;
}
