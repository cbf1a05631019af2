'use client';

import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function read(key: string): boolean {
  try {
    return window.localStorage.getItem(key) === '1';
  } catch {
    // A browser that stores nothing begins anew each time.
    return false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Something that is on or off and that this browser remembers; off at first. */
export function useStoredFlag(key: string): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => false,
  );
  const set = (next: boolean) => {
    try {
      window.localStorage.setItem(key, next ? '1' : '0');
    } catch {
      return;
    }
    for (const notify of listeners) notify();
  };
  return [on, set];
}
