import { hitRateCounter } from '@/lib/db/rate-counters';
import { AppError } from '@/lib/domain/app-error';
import type { Origin } from '@/lib/domain/audit';
import { guesserAt } from '@/lib/network-of';
import type { System } from './context';

const WINDOW_MS = 15 * 60_000;

/** Counts one more try of something that may be guessed. Throws AppError `rate_limited` beyond the most in 15 minutes. */
export async function limitGuesses(ctx: System, key: string, most: number): Promise<void> {
  const verdict = await hitRateCounter(ctx.db, key, { most, windowMs: WINDOW_MS, now: ctx.now() });
  if (verdict.allowed) return;
  const { retryAfterSeconds } = verdict;
  const minutes = Math.ceil(retryAfterSeconds / 60);
  throw new AppError('rate_limited', `Too many tries. Try again in ${minutes} min.`, { retryAfterSeconds });
}

/** Where somebody without a name is counted. */
export const placeOf = (origin: Origin) => guesserAt(origin.address);
