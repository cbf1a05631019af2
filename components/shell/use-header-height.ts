'use client';

import { useLayoutEffect, useRef } from 'react';

/** Tells the page how much the header covers of its top, for what stays in sight below it. */
export function useHeaderHeight() {
  const header = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = header.current;
    if (element === null) return;
    const tell = () => {
      // It may stand below something that never leaves the screen.
      const top = Number.parseFloat(getComputedStyle(element).top) || 0;
      document.documentElement.style.setProperty('--header-height', `${top + element.offsetHeight}px`);
    };
    const observer = new ResizeObserver(tell);
    tell();
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return header;
}
