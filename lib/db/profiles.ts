import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import {
  choicesSchema,
  profileSchema,
  sessionSchema,
  type Choices,
  type Profile,
  type ProfileChange,
  type Session,
} from '@/lib/domain/profile';
import type { Queryable } from './client';
import { sessions, users } from './schema';

export async function getProfile(q: Queryable, id: string): Promise<Profile> {
  const [row] = await q.select().from(users).where(eq(users.id, id));
  return profileSchema.parse({ ...row, hasPassword: row?.passwordHash != null });
}

export async function getChoices(q: Queryable, id: string): Promise<Choices | null> {
  const { locale, theme, timeZone } = users;
  const [row] = await q.select({ locale, theme, timeZone }).from(users).where(eq(users.id, id));
  return row ? choicesSchema.parse(row) : null;
}

export async function updateProfile(q: Queryable, id: string, change: ProfileChange): Promise<void> {
  await q.update(users).set(change).where(eq(users.id, id));
}

const counts = (userId: string, now: Date) =>
  and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now));

/** The sessions of a person that count, the one used last first. */
export async function selectSessions(q: Queryable, userId: string, now: Date): Promise<Session[]> {
  const rows = await q
    .select()
    .from(sessions)
    .where(counts(userId, now))
    .orderBy(desc(sessions.activeAt), desc(sessions.createdAt))
    .limit(100);
  return rows.map((row) => sessionSchema.parse(row));
}

/** Ends one session of a person; false when there is no such one. */
export async function endSession(q: Queryable, userId: string, id: string, now: Date): Promise<boolean> {
  const result = await q
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(counts(userId, now), eq(sessions.id, id)));
  return result.rowCount === 1;
}

/** Ends the sessions of a person, except one if it is given. Answers how many there were. */
export async function endSessions(
  q: Queryable,
  userId: string,
  now: Date,
  except: string | null = null,
): Promise<number> {
  const result = await q
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(counts(userId, now), except === null ? undefined : ne(sessions.id, except)));
  return result.rowCount ?? 0;
}
