import { and, eq, gt, isNull } from 'drizzle-orm';
import { roleSchema, type Actor } from '@/lib/domain/role';
import type { Queryable } from './client';
import { sessions, users } from './schema';

export async function insertSession(
  q: Queryable,
  session: { id: string; userId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await q.insert(sessions).values(session);
}

/** Who a session stands for; null when it expired, was revoked, or its account is disabled. The role is today's. */
export async function getSessionActor(q: Queryable, sessionId: string, now: Date): Promise<Actor | null> {
  const [row] = await q
    .select({ id: users.id, name: users.name, email: users.email, role: users.role })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        isNull(users.disabledAt),
      ),
    );
  return row ? { ...row, kind: 'user', role: roleSchema.parse(row.role), sessionId } : null;
}

export async function revokeSession(q: Queryable, sessionId: string, now: Date): Promise<void> {
  await q
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
}

export async function revokeSessionsOf(q: Queryable, userId: string, now: Date): Promise<void> {
  await q
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)));
}
