import { createHash } from 'node:crypto';
import type { Queryable } from './db/client';
import { hitRateCounter } from './db/rate-counters';
import { clearRateCounters, giveBackHits } from './db/rate-refunds';
import { guesserAt, networkOf } from './network-of';
import { once } from './once';

const WINDOW_MS = 15 * 60_000;

/**
 * How many passwords are looked at within 15 minutes, on every instance together. The pair is one account from one
 * network; the account is one account from anywhere, and the address any account from one address, such as that of an
 * office: a good sign-in takes its hits back.
 */
export const MOST_GUESSES = { pair: 10, account: 50, address: 100, device: 10 };

/** How many codes of the second step are looked at for one account, from anywhere: six digits are few. */
const MOST_CODES = 10;

type Kind = keyof typeof MOST_GUESSES;

/** The key says nothing: people type passwords into the field of the email. */
const keyOf = (kind: Kind | 'code' | 'told', ...parts: string[]) =>
  `sign-in:${kind}:${createHash('sha256').update(parts.join('\n')).digest('base64url')}`;

export type Guess = {
  email: string;
  address: string | null;
  /** The browser's own token, if it is known for this account. */
  device: string | null;
};

/** What one guess is counted under. A known browser has a count of its own, which nobody else can use up. */
function countersOf({ email, address, device }: Guess): { kind: Kind; key: string }[] {
  if (device !== null) return [{ kind: 'device', key: keyOf('device', email, device) }];
  return [
    { kind: 'pair', key: keyOf('pair', email, networkOf(address)) },
    { kind: 'address', key: keyOf('address', guesserAt(address)) },
    { kind: 'account', key: keyOf('account', email) },
  ];
}

export type Reservation =
  | { granted: true }
  /** `isNews` once for each wait, so that a flood of guesses leaves one trace and not thousands. */
  | { granted: false; retryAfterSeconds: number; isNews: boolean };

const MOST_REMEMBERED = 10_000;

/**
 * Until when the own count of a guesser is full, as this process has read it. Such a window stays full until its end,
 * so that a flood is answered without asking the database for each of its guesses.
 */
const fullUntil = once('sign-in-full-windows', () => new Map<string, number>());

const isOwn = ({ kind }: { kind: Kind }) => kind === 'pair' || kind === 'device';

/** The refusal of a guess whose own window is known to be full; null when only the database can tell. */
export function knownRefusal(guess: Guess, now: Date): Extract<Reservation, { granted: false }> | null {
  for (const { key } of countersOf(guess).filter(isOwn)) {
    const leftMs = (fullUntil().get(key) ?? 0) - now.getTime();
    if (leftMs > 0) return { granted: false, retryAfterSeconds: Math.ceil(leftMs / 1000), isNews: false };
    fullUntil().delete(key);
  }
  return null;
}

/** For tests, which begin anew at the same moment. */
export const forgetFullWindows = (): void => fullUntil().clear();

function rememberFull(key: string, untilMs: number): void {
  const known = fullUntil();
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, untilMs);
}

type Limited = { key: string; most: number; isOwn: boolean };

/** Counts one more; what is refused is counted no further. */
async function reserve(q: Queryable, counters: readonly Limited[], now: Date): Promise<Reservation> {
  for (const { key, most, isOwn: mayRemember } of counters) {
    const verdict = await hitRateCounter(q, key, { most, windowMs: WINDOW_MS, now });
    if (verdict.allowed) continue;
    const { retryAfterSeconds } = verdict;
    const windowMs = retryAfterSeconds * 1000;
    if (mayRemember) rememberFull(key, now.getTime() + windowMs);
    const told = await hitRateCounter(q, keyOf('told', key), { most: 1, windowMs, now });
    return { granted: false, retryAfterSeconds, isNews: told.allowed };
  }
  return { granted: true };
}

/** A known browser has a count of codes of its own too. */
const codeKey = ({ email, device }: Guess) => keyOf('code', email, device ?? '');

/** Reserves the look at one code of the second step, after a right password. */
export const reserveCode = (q: Queryable, guess: Guess, now: Date): Promise<Reservation> =>
  reserve(q, [{ key: codeKey(guess), most: MOST_CODES, isOwn: false }], now);

/**
 * Reserves the look at one password, before it is hashed. What is refused at the pair is counted no further, or one
 * guesser could keep an account shut for everybody.
 */
export async function reserveGuess(q: Queryable, guess: Guess, now: Date): Promise<Reservation> {
  const counters = countersOf(guess);
  const limits = counters.map((one) => ({ key: one.key, most: MOST_GUESSES[one.kind], isOwn: isOwn(one) }));
  return knownRefusal(guess, now) ?? reserve(q, limits, now);
}

/** The wider counters forget a guess whose password was right; those of the pair or the browser keep it. */
export async function returnWiderHits(q: Queryable, guess: Guess): Promise<void> {
  const shared = countersOf(guess).filter((one) => !isOwn(one));
  const keys = shared.map(({ key }) => key);
  if (keys.length > 0) await giveBackHits(q, keys);
}

/** After a good sign-in the pair begins anew, and the wider counters forget this one. */
export async function returnGuess(q: Queryable, guess: Guess): Promise<void> {
  const keys = countersOf(guess)
    .filter(isOwn)
    .map(({ key }) => key);
  for (const key of keys) fullUntil().delete(key);
  await clearRateCounters(q, [codeKey(guess), ...keys]);
  await returnWiderHits(q, guess);
}
