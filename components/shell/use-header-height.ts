'use client';

import { useLayoutEffect, useRef } from 'react';

/** A change of what everything inherits has the browser style the whole page anew: only what differs is written. */
function write(name: string, pixels: number) {
  const page = document.documentElement;
  const value = `${pixels}px`;
  if (getComputedStyle(page).getPropertyValue(name) !== value) page.style.setProperty(name, value);
}

/** Tells the page how much the header, and it with its notices, covers of its top, for what stays in sight below. */
export function useHeaderHeight() {
  const header = useRef<HTMLElement>(null);
  const notices = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = header.current;
    const below = notices.current;
    if (element === null || below === null) return;
    // Called for the first time before the page is painted, when its layout is known anyway.
    const observer = new ResizeObserver(() => {
      // It may stand below something that never leaves the screen.
      const top = Number.parseFloat(getComputedStyle(element).top) || 0;
      const height = top + element.offsetHeight;
      write('--header-height', height);
      // On a narrow screen the notices are a part of the header.
      write('--covered-height', Math.max(height, top + below.offsetTop + below.offsetHeight));
    });
    observer.observe(element);
    observer.observe(below);
    return () => observer.disconnect();
  }, []);
  return { header, notices };
}
