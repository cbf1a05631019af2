// Only the SHA-256 of a token is stored; the token itself is shown once and kept nowhere.
import { createHash } from 'node:crypto';
import { and, desc, eq, gt, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import { apiTokenSchema, scopesInForce, type ApiToken } from '@/lib/domain/api-token';
import type { Actor, Scope } from '@/lib/domain/role';
import type { Queryable } from './client';
import { apiTokens, users } from './schema';

const LAST_USE_STEP_MS = 60_000;
const HINT_LETTERS = 4;
const MOST_LISTED = 500;

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

export async function insertApiToken(
  q: Queryable,
  entry: {
    id: string;
    name: string;
    token: string;
    scopes: readonly Scope[];
    /** Null, or missing, for the command line. */
    createdBy?: string | null;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  const { token, scopes, ...rest } = entry;
  const hint = token.slice(-HINT_LETTERS);
  await q.insert(apiTokens).values({ ...rest, hint, scopes: [...scopes], tokenHash: hashToken(token) });
}

async function selectTokens(q: Queryable, where: SQL | undefined, limit: number): Promise<ApiToken[]> {
  const rows = await q
    .select({ token: apiTokens, maker: users })
    .from(apiTokens)
    .leftJoin(users, eq(users.id, apiTokens.createdBy))
    .where(where)
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id))
    .limit(limit);
  return rows.map(({ token, maker }) =>
    apiTokenSchema.parse({
      ...token,
      maker: maker && {
        id: maker.id,
        name: maker.name,
        role: maker.role,
        isDisabled: maker.disabledAt !== null,
      },
    }),
  );
}

/** The tokens of one person, or with null of everybody, the newest first. */
export const listApiTokens = (q: Queryable, ownerId: string | null): Promise<ApiToken[]> =>
  selectTokens(q, ownerId === null ? undefined : eq(apiTokens.createdBy, ownerId), MOST_LISTED);

export async function getApiToken(q: Queryable, id: string): Promise<ApiToken | null> {
  const [token] = await selectTokens(q, eq(apiTokens.id, id), 1);
  return token ?? null;
}

/** How many tokens of this person still count. */
export async function countApiTokens(q: Queryable, ownerId: string, now: Date): Promise<number> {
  const [row] = await q
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(apiTokens)
    .where(and(eq(apiTokens.createdBy, ownerId), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now)));
  return row?.count ?? 0;
}

/** Answers false when it was revoked already. */
export async function revokeApiToken(q: Queryable, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await q
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)));
  return rowCount === 1;
}

/**
 * The program a token stands for, with what of its scopes is within the role of its maker today; null when the token is
 * unknown, expired or revoked, or its maker disabled. Notes its use once a minute.
 */
export async function getTokenActor(q: Queryable, token: string, now: Date): Promise<Actor | null> {
  const counts = and(
    eq(apiTokens.tokenHash, hashToken(token)),
    isNull(apiTokens.revokedAt),
    gt(apiTokens.expiresAt, now),
  );
  const [found] = await selectTokens(q, counts, 1);
  if (found === undefined || found.maker?.isDisabled) return null;
  const { id, name, lastUsedAt } = found;
  const stale = new Date(now.getTime() - LAST_USE_STEP_MS);
  if (lastUsedAt === null || lastUsedAt < stale) {
    await q
      .update(apiTokens)
      .set({ lastUsedAt: now })
      .where(and(eq(apiTokens.id, id), or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, stale))));
  }
  return { kind: 'token', id, name, scopes: scopesInForce(found) };
}
