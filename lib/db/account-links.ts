// Only the SHA-256 of a link's token is stored; the token itself is in the link alone.
import { createHash } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { linkKindSchema, type LinkKind } from '@/lib/domain/account';
import { roleSchema, type Actor } from '@/lib/domain/role';
import type { Queryable } from './client';
import { accountLinks, setupToken, users } from './schema';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

export type AccountLink = { id: string; kind: LinkKind; user: Extract<Actor, { kind: 'user' }> };

/** Ends the links of a person that can still be used. */
export async function endLinksOf(q: Queryable, userId: string, now: Date): Promise<void> {
  await q
    .update(accountLinks)
    .set({ usedAt: now })
    .where(and(eq(accountLinks.userId, userId), isNull(accountLinks.usedAt)));
}

/** Ends the links that a person made for others and that can still be used. */
export async function endLinksMadeBy(q: Queryable, makerId: string, now: Date): Promise<void> {
  await q
    .update(accountLinks)
    .set({ usedAt: now })
    .where(and(eq(accountLinks.createdBy, makerId), isNull(accountLinks.usedAt)));
}

/** Stores a link, in whose place none of the person's earlier ones counts. */
export async function insertLink(
  q: Queryable,
  link: {
    id: string;
    kind: LinkKind;
    token: string;
    userId: string;
    createdBy: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  const { token, ...rest } = link;
  await endLinksOf(q, link.userId, link.createdAt);
  await q.insert(accountLinks).values({ ...rest, tokenHash: hashOf(token) });
}

const isGood = (token: string, now: Date) =>
  and(
    eq(accountLinks.tokenHash, hashOf(token)),
    isNull(accountLinks.usedAt),
    gt(accountLinks.expiresAt, now),
  );

/** The link of a token and its person; null when it is unknown, used, over, or the account is disabled. */
export async function getLink(q: Queryable, token: string, now: Date): Promise<AccountLink | null> {
  const [row] = await q
    .select({
      id: accountLinks.id,
      kind: accountLinks.kind,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
    })
    .from(accountLinks)
    .innerJoin(users, eq(users.id, accountLinks.userId))
    .where(and(isGood(token, now), isNull(users.disabledAt)));
  if (row === undefined) return null;
  const { id, kind, userId, name, email, role } = row;
  const user = {
    kind: 'user',
    id: userId,
    name,
    email,
    role: roleSchema.parse(role),
    sessionId: '',
  } as const;
  return { id, kind: linkKindSchema.parse(kind), user };
}

/** Uses a link up; false when somebody was quicker. */
export async function takeLink(q: Queryable, token: string, now: Date): Promise<boolean> {
  const result = await q.update(accountLinks).set({ usedAt: now }).where(isGood(token, now));
  return result.rowCount === 1;
}

/** Puts the token of the first run in the place of the one before. */
export async function saveSetupToken(q: Queryable, token: string, now: Date): Promise<void> {
  const row = { tokenHash: hashOf(token), createdAt: now };
  await q
    .insert(setupToken)
    .values({ id: 1, ...row })
    .onConflictDoUpdate({ target: setupToken.id, set: row });
}

export async function fitsSetupToken(q: Queryable, token: string): Promise<boolean> {
  const rows = await q
    .select({ id: setupToken.id })
    .from(setupToken)
    .where(eq(setupToken.tokenHash, hashOf(token)));
  return rows.length === 1;
}

export async function deleteSetupToken(q: Queryable): Promise<void> {
  await q.delete(setupToken);
}
