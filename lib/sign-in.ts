// This module sees passwords in clear. It keeps none, and neither the trail nor an error tells one.
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import { clock, database } from './compose';
import { insertAuditEntry } from './db/audit-entries';
import type { Queryable } from './db/client';
import { isKnownDevice, rememberDevice } from './db/known-devices';
import { getUserForSignIn, noteSignIn, type User } from './db/users';
import type { AuditChanges, AuditTarget, Origin } from './domain/audit';
import { env } from './env';
import { metrics } from './metrics';
import { once } from './once';
import { hashPassword, needsRehash, verifyPassword } from './password';
import { openSession } from './open-session';
import {
  knownRefusal,
  reserveCode,
  reserveGuess,
  returnGuess,
  returnWiderHits,
  type Guess,
  type Reservation,
} from './sign-in-limits';
import { checkSecondStep, type SecondStepRefusal, type SecondStepVerdict } from './sign-in-second-step';

const DAY_MS = 86_400_000;
/** A browser that was not used for so long is no longer known. */
export const DEVICE_DAYS = 180;

export type SignInAttempt = {
  /** Trimmed and in lower case. */
  email: string;
  password: string;
  /** Of the app, or a recovery code; null while nobody was asked for one. */
  code: string | null;
  /** What the cookie of an earlier sign-in says; null without one. */
  deviceToken: string | null;
  origin: Origin;
};

export type SignInOutcome =
  | { kind: 'in'; sessionId: string; deviceToken: string }
  | { kind: 'refused' }
  /** Told only after a right password. */
  | { kind: SecondStepRefusal }
  | { kind: 'wait'; retryAfterSeconds: number };

/** Tells two unknown emails apart in the trail and tells neither: people type passwords into that field. */
const fingerprint = (text: string) =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(text).digest('hex').slice(0, 12);

export const targetOf = (email: string, user: User | null): AuditTarget =>
  user === null
    ? { kind: 'unknown_email', id: fingerprint(email), name: null }
    : { kind: 'user', id: user.id, name: user.email };

function traceRefusal(q: Queryable, { email, origin }: SignInAttempt, user: User | null, reason: string) {
  const changes: AuditChanges = { reason: [null, reason] };
  const target = targetOf(email, user);
  return insertAuditEntry(q, { actor: null, action: 'sign_in', outcome: 'refused', target, changes, origin });
}

type Entry = {
  user: User;
  checkedHash: string;
  newHash: string | null;
  deviceToken: string;
  secondStep: Extract<SecondStepVerdict, { refusal: null }>;
};

/**
 * Makes the session and all that goes with it, or nothing: then the code was used before, or the account changed since
 * its password was read.
 */
async function enter(
  attempt: SignInAttempt,
  entry: Entry,
  guess: Guess,
): Promise<{ sessionId: string } | 'code_wrong' | 'refused'> {
  const { user, checkedHash, newHash, deviceToken, secondStep } = entry;
  const at = clock().now();
  return database().transaction(async (tx) => {
    if (!(await secondStep.take(tx))) return secondStep.by === null ? 'refused' : 'code_wrong';
    if (!(await noteSignIn(tx, user.id, { at, checkedHash, newHash }))) return 'refused';
    await rememberDevice(tx, deviceToken, user.id, at);
    await returnGuess(tx, guess);
    const changes: AuditChanges | null =
      secondStep.by === null ? null : { second_step: [null, secondStep.by] };
    const opening = { user, method: 'password', at, origin: attempt.origin, changes } as const;
    return { sessionId: await openSession(tx, opening) };
  });
}

/** Tells that a code is missing, which no guess was spent on, or wrong. */
async function refuseCode(
  attempt: SignInAttempt,
  user: User,
  guess: Guess,
  kind: SecondStepRefusal,
): Promise<SignInOutcome> {
  if (attempt.code === null) await returnWiderHits(database(), guess);
  else await traceRefusal(database(), attempt, user, kind);
  return { kind };
}

/** The second half of a sign-in, for somebody whose password was right. */
async function goOn(
  attempt: SignInAttempt,
  user: User,
  checkedHash: string,
  guess: Guess,
): Promise<SignInOutcome> {
  const { code, password, deviceToken: known } = attempt;
  const q = database();
  if (code !== null) {
    const reserved = await reserveCode(q, guess, clock().now());
    if (!reserved.granted) return refuseMore(attempt, user, reserved);
  }
  const secondStep = await checkSecondStep(q, user.id, code);
  if (secondStep.refusal !== null) return refuseCode(attempt, user, guess, secondStep.refusal);
  const newHash = needsRehash(checkedHash) ? await hashPassword(password) : null;
  const deviceToken = known ?? randomBytes(32).toString('base64url');
  const entered = await enter(attempt, { user, checkedHash, newHash, deviceToken, secondStep }, guess);
  if (entered === 'code_wrong') return refuseCode(attempt, user, guess, entered);
  return entered === 'refused' ? { kind: 'refused' } : { kind: 'in', ...entered, deviceToken };
}

async function refuseMore(
  attempt: SignInAttempt,
  user: User | null,
  { isNews, retryAfterSeconds }: Extract<Reservation, { granted: false }>,
): Promise<SignInOutcome> {
  if (isNews) await traceRefusal(database(), attempt, user, 'too_many_guesses');
  return { kind: 'wait', retryAfterSeconds };
}

/** A flood of guesses must not take every connection to the database from the desk. */
const gate = once('sign-in-gate', () => pLimit(4));

type Admission = {
  account: Awaited<ReturnType<typeof getUserForSignIn>>;
  guess: Guess;
  reserved: Reservation;
};

/** All that comes before the password is looked at. */
async function admit({ email, deviceToken, origin }: SignInAttempt): Promise<Admission> {
  const q = database();
  const now = clock().now();
  const guess = { email, address: origin.address, device: null };
  const known = deviceToken === null ? knownRefusal(guess, now) : null;
  if (known !== null) return { account: null, guess, reserved: known };
  const account = await getUserForSignIn(q, email);
  const since = new Date(now.getTime() - DEVICE_DAYS * DAY_MS);
  const isKnown =
    deviceToken !== null && (await isKnownDevice(q, deviceToken, account?.user.id ?? randomUUID(), since));
  const counted = { ...guess, device: isKnown ? deviceToken : null };
  return { account, guess: counted, reserved: await reserveGuess(q, counted, now) };
}

/**
 * Signs somebody in and counts how that went. An account that is unknown, disabled, or without a password costs the same work as any other and
 * is refused with the same answer. Throws TooManyHashesError when too many are waiting.
 */
export async function signIn(attempt: SignInAttempt): Promise<SignInOutcome> {
  const outcome = await tryToEnter(attempt);
  metrics().count.signIns.inc({ outcome: outcome.kind });
  return outcome;
}

async function tryToEnter(attempt: SignInAttempt): Promise<SignInOutcome> {
  const { account, guess, reserved } = await gate()(() => admit(attempt));
  const user = account?.user ?? null;
  if (!reserved.granted) return refuseMore(attempt, user, reserved);
  const checkedHash = account?.passwordHash ?? null;
  const fits = await verifyPassword(attempt.password, checkedHash);
  if (!fits || user === null || checkedHash === null || user.disabledAt !== null) {
    await traceRefusal(database(), attempt, user, fits ? 'disabled' : 'password');
    return { kind: 'refused' };
  }
  return goOn(attempt, user, checkedHash, guess);
}
