import { useEffect } from 'react';

const PATIENCE_MS = 2000;

/** Fetches code that this page does not need at once, as soon as it rests, so that nobody ever waits for it. */
export function useIdleImport(load: () => Promise<unknown>): void {
  useEffect(() => {
    // Offline it is fetched when it is needed, and the error is told there.
    const fetchNow = () => void load().catch(() => {});
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(fetchNow, PATIENCE_MS);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(fetchNow, { timeout: PATIENCE_MS });
    return () => cancelIdleCallback(handle);
  }, [load]);
}
