'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { parseColumns, withColumnToggled, type ColumnName } from './column-names';

const KEY = 'pulso-history-columns';
const listeners = new Set<() => void>();

function read(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    // A browser that stores nothing keeps the columns of the start.
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Which columns this browser wants to see; it remembers them. */
export function useColumns(): { columns: readonly ColumnName[]; toggle: (name: ColumnName) => void } {
  const stored = useSyncExternalStore(subscribe, read, () => null);
  const columns = useMemo(() => parseColumns(stored), [stored]);
  const toggle = (name: ColumnName) => {
    try {
      window.localStorage.setItem(KEY, withColumnToggled(columns, name).join(','));
    } catch {
      return;
    }
    for (const notify of listeners) notify();
  };
  return { columns, toggle };
}
