// This module sees passwords in clear. It keeps none and puts none into an error.
import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { once } from './once';

/** argon2id (the library's default) with 64 MiB, 3 passes and 1 lane; affordable because at most two run at once. */
const OPTIONS = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

const MOST_WAITING = 20;

const slots = once('password.slots', () => pLimit(2));

/** Thrown instead of waiting in a queue so long that people would give up. */
export class TooManyHashesError extends Error {}

function limited<T>(work: () => Promise<T>): Promise<T> {
  const limit = slots();
  if (limit.pendingCount >= MOST_WAITING)
    throw new TooManyHashesError('Too many passwords are being checked.');
  return limit(work);
}

export const hashPassword = (password: string) => limited(() => hash(password, OPTIONS));

/** Whether a stored hash was made with other parameters than those of today. */
export const needsRehash = (passwordHash: string): boolean =>
  !passwordHash.startsWith(
    `$argon2id$v=19$m=${OPTIONS.memoryCost},t=${OPTIONS.timeCost},p=${OPTIONS.parallelism}$`,
  );

let decoy: Promise<string> | undefined;

/** True when the password fits. Without a hash it does the same work and says no, so that timing tells nothing. */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const against = passwordHash ?? (await decoy);
  const fits = await limited(() => verify(against, password));
  return fits && passwordHash !== null;
}
