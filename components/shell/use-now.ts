'use client';

import { useSyncExternalStore } from 'react';

type Ticker = { subscribe: (listener: () => void) => () => void; read: () => number };

function createTicker(everyMs: number): Ticker {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    subscribe(listener) {
      listeners.add(listener);
      timer ??= setInterval(() => {
        now = Date.now();
        for (const notify of listeners) notify();
      }, everyMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    // A reading older than the step is renewed, because nobody may have listened for a while.
    read: () => (Date.now() - now > everyMs ? (now = Date.now()) : now),
  };
}

const second = createTicker(1000);

/** The time in milliseconds, renewed every second; all parts of a page tick together. Null while rendering on the server. */
export function useNow(): number | null {
  return useSyncExternalStore<number | null>(second.subscribe, second.read, () => null);
}
