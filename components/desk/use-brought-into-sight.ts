'use client';

import { useEffect, useRef, type RefObject } from 'react';

/** So much of it says what it is: the badge and the sentence below. In pixels. */
const TOLD = 200;

/** Whether the beginning of it stands between what covers the window above and below. */
function isInSight(top: number): boolean {
  const style = getComputedStyle(document.documentElement);
  const above = Number.parseInt(style.scrollPaddingTop, 10) || 0;
  const below = Number.parseInt(style.scrollPaddingBottom, 10) || 0;
  return top >= above && top + TOLD <= window.innerHeight - below;
}

/**
 * Where something happens. On a phone the button stays under the thumb while the page is scrolled anywhere: when it
 * begins to happen out of sight, the page goes there. What can be seen already does not move.
 */
export function useBroughtIntoSight(happens: boolean): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  const before = useRef(happens);
  useEffect(() => {
    const begins = happens && !before.current;
    before.current = happens;
    if (!begins) return;
    const top = place.current?.getBoundingClientRect().top;
    if (top === undefined || isInSight(top)) return;
    place.current?.scrollIntoView({ block: 'start' });
  }, [happens]);
  return place;
}
