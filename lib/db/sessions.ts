import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import { ACTIVITY_STEP_MS, idleLimitMs, type IdleLimits } from '@/lib/domain/idle-limit';
import { roleSchema, type Actor } from '@/lib/domain/role';
import { needsSecondStep } from '@/lib/domain/second-step';
import type { Settings } from '@/lib/domain/settings';
import type { Queryable } from './client';
import { sessions, users } from './schema';

export async function insertSession(
  q: Queryable,
  session: {
    id: string;
    userId: string;
    createdAt: Date;
    expiresAt: Date;
    method?: 'password' | 'sso';
    address?: string | null;
    userAgent?: string | null;
  },
): Promise<void> {
  // Agents come from outside: what is longer than any honest one is cut.
  const userAgent = session.userAgent?.slice(0, 300) ?? null;
  const address = session.address?.slice(0, 64) ?? null;
  await q.insert(sessions).values({ ...session, address, userAgent, activeAt: session.createdAt });
}

/** The settings by which a session is judged. */
type SessionRules = IdleLimits & Partial<Pick<Settings, 'requireSecondStep'>>;

/**
 * Who a session stands for; null when it expired, was left idle, was revoked, or its account is disabled. The role is
 * today's, and so are the rules.
 */
export async function getSessionActor(
  q: Queryable,
  sessionId: string,
  now: Date,
  rules: SessionRules,
): Promise<Actor | null> {
  const { id, name, email, role: roleWord } = users;
  const [row] = await q
    .select({
      person: { id, name, email, role: roleWord },
      activeAt: sessions.activeAt,
      method: sessions.method,
      secondStepAt: users.totpConfirmedAt,
    })
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
  if (row === undefined) return null;
  const { activeAt, person, method, secondStepAt } = row;
  const role = roleSchema.parse(person.role);
  if (now.getTime() - activeAt.getTime() >= idleLimitMs(role, rules)) return null;
  const mustEnrol = method === 'password' && secondStepAt === null && needsSecondStep(role, rules);
  return { ...person, kind: 'user', role, sessionId, ...(mustEnrol ? { mustEnrol } : {}) };
}

/** Notes that the person did something, at most once a minute for each session. */
export async function touchSession(q: Queryable, sessionId: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - ACTIVITY_STEP_MS);
  await q
    .update(sessions)
    .set({ activeAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt), lt(sessions.activeAt, before)));
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
