import { createHash } from 'node:crypto';
import { and, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Queryable } from './client';
import { recoveryCodes, users } from './schema';

export type StoredSecondStep = {
  /** Sealed; also holds a secret that waits for its first code. Null when none was made. */
  secret: string | null;
  /** Null while it is off. */
  confirmedAt: Date | null;
  /** Recovery codes that were not used yet. */
  recoveryCodes: number;
};

/** Null when there is no such account. */
export async function getSecondStep(q: Queryable, userId: string): Promise<StoredSecondStep | null> {
  const [row] = await q
    .select({
      secret: users.totpSecret,
      confirmedAt: users.totpConfirmedAt,
      recoveryCodes: sql<number>`(select count(*)::int from ${recoveryCodes} c where c.user_id = ${users}.id
        and c.used_at is null)`,
    })
    .from(users)
    .where(eq(users.id, userId));
  return row ?? null;
}

/** Keeps a secret that waits for its first code; false while another one is in force. */
export async function keepNewSecret(q: Queryable, userId: string, secret: string): Promise<boolean> {
  const result = await q
    .update(users)
    .set({ totpSecret: secret, totpLastStep: null })
    .where(and(eq(users.id, userId), isNull(users.totpConfirmedAt)));
  return result.rowCount === 1;
}

/** Turns it on with the step of its first code; false when the secret is another by now, or is in force already. */
export async function confirmSecret(
  q: Queryable,
  userId: string,
  { secret, step, at }: { secret: string; step: number; at: Date },
): Promise<boolean> {
  const result = await q
    .update(users)
    .set({ totpConfirmedAt: at, totpLastStep: step })
    .where(and(eq(users.id, userId), eq(users.totpSecret, secret), isNull(users.totpConfirmedAt)));
  return result.rowCount === 1;
}

/** Uses up a code of this secret: false when it, or a later one, was taken before. */
export async function takeStep(
  q: Queryable,
  userId: string,
  { secret, step }: { secret: string; step: number },
): Promise<boolean> {
  const result = await q
    .update(users)
    .set({ totpLastStep: step })
    .where(
      and(
        eq(users.id, userId),
        eq(users.totpSecret, secret),
        isNotNull(users.totpConfirmedAt),
        or(isNull(users.totpLastStep), lt(users.totpLastStep, step)),
      ),
    );
  return result.rowCount === 1;
}

/** Turns it off and forgets everything about it; false when it was off. */
export async function clearSecondStep(q: Queryable, userId: string): Promise<boolean> {
  const result = await q
    .update(users)
    .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
    .where(and(eq(users.id, userId), isNotNull(users.totpConfirmedAt)));
  await q.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  return result.rowCount === 1;
}

/** True while the account, held until the end of the transaction, has no second step. */
export async function isWithoutSecondStep(q: Queryable, userId: string): Promise<boolean> {
  const [row] = await q
    .select({ confirmedAt: users.totpConfirmedAt })
    .from(users)
    .where(eq(users.id, userId))
    .for('no key update');
  return row?.confirmedAt === null;
}

/** A code has 80 random bits: nobody finds one by its hash, and the owner's id keeps equal ones apart. */
const hashOf = (userId: string, code: string) =>
  createHash('sha256')
    .update(`${userId}\n${code.replace(/[\s-]/g, '').toLowerCase()}`)
    .digest('base64url');

export async function replaceRecoveryCodes(
  q: Queryable,
  userId: string,
  codes: readonly string[],
): Promise<void> {
  await q.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await q.insert(recoveryCodes).values(codes.map((code) => ({ userId, codeHash: hashOf(userId, code) })));
}

/** Uses up a recovery code: false when there is no such one, or it was used before. */
export async function takeRecoveryCode(
  q: Queryable,
  userId: string,
  code: string,
  at: Date,
): Promise<boolean> {
  const result = await q
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, hashOf(userId, code)),
        isNull(recoveryCodes.usedAt),
      ),
    );
  return result.rowCount === 1;
}
