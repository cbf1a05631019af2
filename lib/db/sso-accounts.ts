import { and, eq } from 'drizzle-orm';
import type { Role } from '@/lib/domain/role';
import type { Queryable } from './client';
import { users } from './schema';
import { userSchema, type User } from './users';

/** Who somebody is to the identity provider. */
export type Identity = { issuer: string; subject: string };

type Found = { user: User; identity: Identity | null };

const columnsOf = ({ ssoIssuer: issuer, ssoSubject: subject, ...row }: typeof users.$inferSelect): Found => ({
  user: userSchema.parse(row),
  identity: issuer === null || subject === null ? null : { issuer, subject },
});

/** The account bound to an identity, held until the end of the transaction. */
export async function getUserOfIdentity(tx: Queryable, { issuer, subject }: Identity): Promise<Found | null> {
  const [row] = await tx
    .select()
    .from(users)
    .where(and(eq(users.ssoIssuer, issuer), eq(users.ssoSubject, subject)))
    .for('no key update');
  return row ? columnsOf(row) : null;
}

/** The account of an email, held until the end of the transaction. */
export async function getUserOfEmail(tx: Queryable, email: string): Promise<Found | null> {
  const [row] = await tx.select().from(users).where(eq(users.email, email)).for('no key update');
  return row ? columnsOf(row) : null;
}

/** Stores an account without a password; false when the email, or the identity, has one. */
export async function insertSsoUser(
  tx: Queryable,
  account: { id: string; name: string; email: string; role: Role; createdAt: Date } & Identity,
): Promise<boolean> {
  const { issuer: ssoIssuer, subject: ssoSubject, ...rest } = account;
  const result = await tx
    .insert(users)
    .values({ ...rest, ssoIssuer, ssoSubject })
    .onConflictDoNothing();
  return result.rowCount === 1;
}

/** Notes a single sign-on, the identity it came with, and the role of today. */
export async function noteSso(
  tx: Queryable,
  id: string,
  { at, role, identity }: { at: Date; role: Role; identity: Identity },
): Promise<void> {
  const { issuer: ssoIssuer, subject: ssoSubject } = identity;
  await tx.update(users).set({ lastSignInAt: at, role, ssoIssuer, ssoSubject }).where(eq(users.id, id));
}
