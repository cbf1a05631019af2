'use client';

import { useSyncExternalStore } from 'react';

/** Whether a media query holds, renewed when it changes; `onServer` until the page knows its screen. */
export function useMedia(query: string, onServer: boolean): boolean {
  const subscribe = (listener: () => void) => {
    const media = window.matchMedia(query);
    media.addEventListener('change', listener);
    return () => media.removeEventListener('change', listener);
  };
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => onServer,
  );
}
