import { asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { accountSchema, type Account } from '@/lib/domain/account';
import type { Role } from '@/lib/domain/role';
import type { Queryable } from './client';
import { accountLinks, sessions, users } from './schema';

const canSignIn = sql<boolean>`(${users.passwordHash} is not null or ${users.ssoSubject} is not null)`;

/** Since when a session must have been used to count, at a desk and in the field. */
export type ActiveSince = { desk: Date; technician: Date };

/** The columns of an account; the counts are those of `now`. */
const columns = (now: Date, since: ActiveSince = { desk: new Date(0), technician: new Date(0) }) => ({
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  createdAt: users.createdAt,
  disabledAt: users.disabledAt,
  lastSignInAt: users.lastSignInAt,
  canSignIn,
  hasSecondStep: sql<boolean>`${users.totpConfirmedAt} is not null`,
  sessions: sql<number>`(select count(*)::int from ${sessions} s where s.user_id = ${users}.id
    and s.revoked_at is null and s.expires_at > ${now}
    and s.active_at > case ${users}.role when 'technician' then ${since.technician}::timestamptz else ${since.desk}::timestamptz end)`,
  linkEndsAt: sql<Date | null>`(select max(l.expires_at) from ${accountLinks} l where l.user_id = ${users}.id
    and l.used_at is null and l.expires_at > ${now})`.mapWith((text) => new Date(String(text))),
});

/** The last account of a page: its name in lower case, and its id. */
export type AccountPlace = { name: string; id: string };

/** Accounts by name, after the place. */
export async function selectAccounts(
  q: Queryable,
  page: { now: Date; since: ActiveSince; limit: number; after: AccountPlace | null },
): Promise<Account[]> {
  const { now, since, limit, after } = page;
  const rows = await q
    .select(columns(now, since))
    .from(users)
    .where(
      after === null
        ? undefined
        : sql`(lower(${users.name}), ${users.id}) > (${after.name}, ${after.id}::uuid)`,
    )
    .orderBy(asc(sql`lower(${users.name})`), asc(users.id))
    .limit(limit);
  return rows.map((row) => accountSchema.parse(row));
}

export async function getAccount(q: Queryable, id: string, now: Date): Promise<Account | null> {
  const [row] = await q.select(columns(now)).from(users).where(eq(users.id, id));
  return row ? accountSchema.parse(row) : null;
}

/** Stores an account without a password; false when the email is taken. */
export async function insertInvited(
  q: Queryable,
  account: { id: string; name: string; email: string; role: Role; createdAt: Date },
): Promise<boolean> {
  const result = await q.insert(users).values(account).onConflictDoNothing({ target: users.email });
  return result.rowCount === 1;
}

export async function updateAccount(
  q: Queryable,
  id: string,
  change: { name?: string; role?: Role; disabledAt?: Date | null; passwordHash?: string },
): Promise<void> {
  await q.update(users).set(change).where(eq(users.id, id));
}

/**
 * The administrators who can come in, held until the end of the transaction: two who dismiss each other at the same
 * moment do it one after the other, and the second sees what the first did.
 */
export async function lockActiveAdmins(q: Queryable): Promise<string[]> {
  const { rows } = await q.execute(sql`
    select ${users.id} from ${users}
    where ${users.role} = 'admin' and ${users.disabledAt} is null and ${canSignIn}
    order by ${users.id} for no key update`);
  return z
    .array(z.object({ id: z.uuid() }))
    .parse(rows)
    .map(({ id }) => id);
}

/** True while nobody has an account. */
export async function isWithoutAccounts(q: Queryable): Promise<boolean> {
  return (await q.select({ id: users.id }).from(users).limit(1)).length === 0;
}

/** Keeps every other account from being made until the end of the transaction. */
export async function lockAccounts(q: Queryable): Promise<void> {
  await q.execute(sql`lock table ${users} in share row exclusive mode`);
}

/** The hash of a person's password; null for somebody who has none. */
export async function getPasswordHash(q: Queryable, id: string): Promise<string | null> {
  const [row] = await q.select({ hash: users.passwordHash }).from(users).where(eq(users.id, id));
  return row?.hash ?? null;
}
