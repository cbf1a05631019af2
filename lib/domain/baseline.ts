import type { PingItem } from './ping-details';

/** Pings a baseline needs before it speaks, and the most it looks back. */
export const BASELINE_NEEDS = 5;
export const BASELINE_LOOKS_BACK = 20;

const LOW_SHARE = 0.1;
const HIGH_SHARE = 0.9;

/** What is normal for one line: the middle 80 % of its median round trips, in ms, and its usual loss in percent. */
export type Baseline =
  | { kind: 'known'; lowMs: number; highMs: number; usualLossPercent: number; count: number }
  | { kind: 'too_few'; count: number };

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b);

/** Pings for the wrong customer and pings that nobody could measure teach nothing, nor do those of another address. */
const teaches = (past: PingItem, ip: string | null) =>
  past.state === 'finished' && !past.wrong_customer && past.frozen.ip === ip;

/** What is normal for a line by its newest pings on this address. The history comes from the newest on. */
export function lineBaseline(history: readonly PingItem[], ip: string | null): Baseline {
  const looked = history.filter((past) => teaches(past, ip)).slice(0, BASELINE_LOOKS_BACK);
  const times = ascending(
    looked.flatMap((past) => (past.rtt_ms.median === null ? [] : [past.rtt_ms.median])),
  );
  // Silence is part of what a line usually loses, and no part of how quick it is.
  const losses = ascending(looked.flatMap((past) => (past.loss_percent === null ? [] : [past.loss_percent])));
  if (times.length < BASELINE_NEEDS) return { kind: 'too_few', count: times.length };
  return {
    kind: 'known',
    lowMs: quantile(times, LOW_SHARE),
    highMs: quantile(times, HIGH_SHARE),
    usualLossPercent: quantile(losses, 0.5),
    count: times.length,
  };
}

/** This line's own normal as it was when `ping` was made: from its pings before it on the same address. */
export function baselineOf(history: readonly PingItem[], ping: PingItem): Baseline {
  const before = history.filter((past) => past.task_id !== ping.task_id && past.started_at < ping.started_at);
  return lineBaseline(before, ping.frozen.ip);
}
