// This module makes the passwords of a practice room. They are printed in the terminal and kept nowhere but as hashes.
import { randomBytes, randomInt } from 'node:crypto';
import { eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { openClient } from '@/lib/db/open-client';
import { accountLinks, apiTokens, users } from '@/lib/db/schema';
import { hashPassword } from '@/lib/password';
import { DEMO_ACCOUNTS } from './demo-accounts';

const CONSONANTS = 'bdfgklmnprst';
const VOWELS = 'aeiou';

const pick = (letters: string) => letters.charAt(randomInt(letters.length));
const syllable = () => pick(CONSONANTS) + pick(VOWELS);
const word = () => syllable() + syllable();

/** Four words that nobody has and everybody can say over a table, such as `tobi-raku-mesa-luni`: about 47 bits. */
export const practicePassword = () => [word(), word(), word(), word()].join('-');

export type PracticeAccount = { email: string; password: string };

/**
 * Gives the seeded accounts passwords of this start: one for all newcomers, another for the administrator. Called before
 * anybody can reach the server, so that the public password of a demo never opens a practice room.
 */
export async function givePracticePasswords(databaseUrl: string): Promise<PracticeAccount[]> {
  const passwords = { newcomers: practicePassword(), leader: practicePassword() };
  const accounts = DEMO_ACCOUNTS.map(({ email, role }) => ({
    email,
    role,
    password: role === 'admin' ? passwords.leader : passwords.newcomers,
  }));
  const { client, close } = await openClient(databaseUrl);
  try {
    const db = drizzle(client);
    // What was made in an earlier practice opens nothing in this one.
    await db
      .update(apiTokens)
      .set({ revokedAt: sql`now()` })
      .where(isNull(apiTokens.revokedAt));
    await db
      .update(accountLinks)
      .set({ usedAt: sql`now()` })
      .where(isNull(accountLinks.usedAt));
    const nobodys = await hashPassword(randomBytes(32).toString('base64url'));
    await db.update(users).set({ passwordHash: nobodys }).where(isNotNull(users.passwordHash));
    for (const { email, role, password } of accounts) {
      // A second step that somebody tried out would keep everybody else out of an account that all share, and one that
      // somebody promoted would make every newcomer an administrator.
      const free = { role, disabledAt: null, totpSecret: null, totpConfirmedAt: null };
      const changed = { passwordHash: await hashPassword(password), ...free };
      await db.update(users).set(changed).where(eq(users.email, email));
    }
  } finally {
    await close();
  }
  return accounts.map(({ email, password }) => ({ email, password }));
}
