'use client';

import { useEffect } from 'react';

/**
 * Installs the worker that stands in for a page nobody can reach. It waits until the browser has nothing better to do,
 * and development has none. A demo has none either: its address is this machine's, where something else may run tomorrow,
 * and the worker would still stand before it. A browser that refuses works as before.
 */
export function useOfflineWorker(): void {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    if (document.documentElement.dataset.demo !== undefined) return;
    const register = () => void navigator.serviceWorker.register('/sw.js').catch(() => {});
    // Safari has no idle callback.
    const timer = setTimeout(() => {
      if ('requestIdleCallback' in window) window.requestIdleCallback(register);
      else register();
    }, 2000);
    return () => clearTimeout(timer);
  }, []);
}
