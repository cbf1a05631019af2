import { after } from './after';
import type { Ping } from './ping';
import type { Polling } from './polling';

/** How long the launches of one ping may wait for their turn, in all. */
const QUEUE_ALLOWANCE_MS = 60_000;

/** How much longer a ping waits that was asked for while the upstream was down. */
export const KEPT_MS = 10 * 60_000;

/**
 * How many minutes more a kept ping is promised to wait, at least 1 and never more than the promise. The minute of the
 * queue that follows belongs to its turn.
 */
export function keptMinutesLeft(roundEndsAtMs: number, nowMs: number): number {
  const left = Math.ceil((roundEndsAtMs - QUEUE_ALLOWANCE_MS - nowMs) / 60_000);
  return Math.min(Math.max(1, left), KEPT_MS / 60_000);
}

/** The moment by which a ping of so many rounds must have ended: acceptance + queue allowance + a limit for each round. */
export function deadlineOf(createdAt: Date, rounds: number, polling: Polling): Date {
  return after(createdAt, QUEUE_ALLOWANCE_MS + rounds * polling.limitMs);
}

/** The last moment at which the round under way may be launched and still leave every round its full time. */
export function launchBy(ping: Ping, polling: Polling): Date {
  const left = ping.planned - (ping.packets?.length ?? 0);
  const rounds = Math.max(1, Math.ceil(left / ping.roundPackets));
  return after(ping.deadlineAt, -rounds * polling.limitMs);
}

/** True of a ping that was asked for while the upstream was down, until its first launch. */
export const isKept = (ping: Ping, polling: Polling): boolean =>
  ping.round === 1 &&
  ping.phase === 'launch' &&
  launchBy(ping, polling).getTime() - ping.createdAt.getTime() > QUEUE_ALLOWANCE_MS;

/** The moment at which the round under way is given up, in whichever phase it is. */
export function roundExpiresAt(ping: Ping, polling: Polling): Date {
  if (ping.phase === 'launch' || ping.launchedAt === null) return launchBy(ping, polling);
  const limit = after(ping.launchedAt, polling.limitMs);
  return limit < ping.deadlineAt ? limit : ping.deadlineAt;
}
