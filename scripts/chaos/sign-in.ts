// This module makes the cookie of a session in a world that lives for one run.
import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { insertSession } from '@/lib/db/sessions';
import { insertUser } from '@/lib/db/users';
import type { World } from './world';

const DAY_MS = 86_400_000;

/** A new administrator of this world with a session; answers the cookie that stands for it. */
export async function signIn({ db, secret }: World): Promise<string> {
  const [userId, sessionId] = [randomUUID(), randomUUID()];
  const email = `${userId}@example.com`;
  await insertUser(db, { id: userId, email, name: 'Chaos', role: 'admin', passwordHash: 'x' });
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + DAY_MS);
  await insertSession(db, { id: sessionId, userId, createdAt, expiresAt });
  const jwt = await encode({ token: { sid: sessionId }, secret });
  return `next-auth.session-token=${jwt}`;
}
