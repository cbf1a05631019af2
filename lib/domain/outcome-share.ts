import type { OutcomeCounts } from './history-summary';

export const NOTHING: OutcomeCounts = { stable: 0, intermittent: 0, no_internet: 0, failed: 0, running: 0 };

export const sumOf = (counts: OutcomeCounts): number =>
  counts.stable + counts.intermittent + counts.no_internet + counts.failed + counts.running;

/** Pings with a verdict. What could not be measured says nothing of a line, so no share counts it. */
export const measuredOf = (counts: OutcomeCounts): number =>
  counts.stable + counts.intermittent + counts.no_internet;

/** Pings that did not answer or lost too much. */
export const badOf = (counts: OutcomeCounts): number => counts.intermittent + counts.no_internet;

/** Share, from 0 to 1, of what did not answer or was cut among those measured; null where nothing was measured. */
export function badShareOf(counts: OutcomeCounts): number | null {
  const measured = measuredOf(counts);
  return measured === 0 ? null : badOf(counts) / measured;
}

export const added = (one: OutcomeCounts, other: OutcomeCounts): OutcomeCounts => ({
  stable: one.stable + other.stable,
  intermittent: one.intermittent + other.intermittent,
  no_internet: one.no_internet + other.no_internet,
  failed: one.failed + other.failed,
  running: one.running + other.running,
});
