import type { HistoryItem } from '@/lib/queries/history';

const KEY = 'pulso-history-opened';

/** Remembers in this tab which ping was opened from the list. */
export function keepOpened(taskId: string | undefined): void {
  if (taskId === undefined) return;
  try {
    window.sessionStorage.setItem(KEY, taskId);
  } catch {
    // Without storage the list begins at its top.
  }
}

/** The place of the ping that somebody comes back from; null where it is not in this list. */
export function openedIn(pings: readonly HistoryItem[]): number | null {
  if (typeof window === 'undefined') return null;
  try {
    const opened = window.sessionStorage.getItem(KEY);
    const index = pings.findIndex((ping) => ping.task_id === opened);
    return index === -1 ? null : index;
  } catch {
    return null;
  }
}
