import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { roleSchema, type Actor, type Role } from '@/lib/domain/role';
import type { Queryable } from './client';
import { users } from './schema';

export const userSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: roleSchema,
  createdAt: z.date(),
  disabledAt: z.date().nullable(),
});

/** An account without its password. */
export type User = z.infer<typeof userSchema>;

/** Stores an account; false when the email is taken. */
export async function insertUser(
  q: Queryable,
  user: { id: string; email: string; name: string; role: Role; passwordHash: string },
): Promise<boolean> {
  const result = await q.insert(users).values(user).onConflictDoNothing({ target: users.email });
  return result.rowCount === 1;
}

export async function listUsers(q: Queryable): Promise<User[]> {
  const rows = await q.select().from(users).orderBy(asc(users.email));
  return rows.map((row) => userSchema.parse(row));
}

/** The account with its password's hash, for signing in only. */
export async function getUserForSignIn(
  q: Queryable,
  email: string,
): Promise<{ user: User; passwordHash: string | null } | null> {
  const [row] = await q.select().from(users).where(eq(users.email, email));
  return row ? { user: userSchema.parse(row), passwordHash: row.passwordHash } : null;
}

/** Whom an account stands for in work that was asked for earlier; null when it is disabled or gone. */
export async function getUserActor(q: Queryable, id: string): Promise<Actor | null> {
  const [row] = await q
    .select()
    .from(users)
    .where(and(eq(users.id, id), isNull(users.disabledAt)));
  if (row === undefined) return null;
  const { email, name, role } = userSchema.parse(row);
  return { kind: 'user', id, name, email, role, sessionId: '' };
}

/**
 * Notes a sign-in, and the password's new hash if there is one. False when the account was disabled or its password
 * changed since it was checked.
 */
export async function noteSignIn(
  q: Queryable,
  id: string,
  { at, checkedHash, newHash }: { at: Date; checkedHash: string; newHash: string | null },
): Promise<boolean> {
  const result = await q
    .update(users)
    .set({ lastSignInAt: at, passwordHash: newHash ?? checkedHash })
    .where(and(eq(users.id, id), eq(users.passwordHash, checkedHash), isNull(users.disabledAt)));
  return result.rowCount === 1;
}

/** Changes an account and answers its id; null when there is none with this email. */
export async function updateUser(
  q: Queryable,
  email: string,
  change: { disabledAt?: Date | null; passwordHash?: string },
): Promise<string | null> {
  const [row] = await q.update(users).set(change).where(eq(users.email, email)).returning({ id: users.id });
  return row?.id ?? null;
}
