// Only the SHA-256 of a token is stored; the token itself is shown once and kept nowhere.
import { createHash } from 'node:crypto';
import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import { z } from 'zod';
import { scopeSchema, type Actor, type Scope } from '@/lib/domain/role';
import type { Queryable } from './client';
import { apiTokens } from './schema';

const LAST_USE_STEP_MS = 60_000;

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

export async function insertApiToken(
  q: Queryable,
  entry: {
    id: string;
    name: string;
    token: string;
    scopes: readonly Scope[];
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  const { token, scopes, ...rest } = entry;
  await q.insert(apiTokens).values({ ...rest, scopes: [...scopes], tokenHash: hashToken(token) });
}

/** The program a token stands for; null when the token is unknown, expired or revoked. Notes its use once a minute. */
export async function getTokenActor(q: Queryable, token: string, now: Date): Promise<Actor | null> {
  const [row] = await q
    .select({ id: apiTokens.id, name: apiTokens.name, scopes: apiTokens.scopes })
    .from(apiTokens)
    .where(
      and(
        eq(apiTokens.tokenHash, hashToken(token)),
        isNull(apiTokens.revokedAt),
        gt(apiTokens.expiresAt, now),
      ),
    );
  if (!row) return null;
  const stale = new Date(now.getTime() - LAST_USE_STEP_MS);
  await q
    .update(apiTokens)
    .set({ lastUsedAt: now })
    .where(and(eq(apiTokens.id, row.id), or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, stale))));
  return { kind: 'token', id: row.id, name: row.name, scopes: z.array(scopeSchema).parse(row.scopes) };
}
