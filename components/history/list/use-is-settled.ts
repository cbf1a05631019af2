'use client';

import { useEffect, useState } from 'react';

/** The page is on the screen by then, and somebody has yet to scroll. */
const SETTLED_AFTER_MS = 300;

/** False while the page is being drawn for the first time, when what nobody sees yet can wait. */
export function useIsSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
}
