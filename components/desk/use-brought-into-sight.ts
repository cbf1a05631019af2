'use client';

import { useEffect, useRef, type RefObject } from 'react';

/** Above this the header and its notices cover it. */
const coveredHeight = () =>
  Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--covered-height'), 10);

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
    if (top === undefined) return;
    const isInSight = top >= coveredHeight() && top < window.innerHeight / 2;
    if (!isInSight) place.current?.scrollIntoView({ block: 'start' });
  }, [happens]);
  return place;
}
