import { randomBytes, randomUUID } from 'node:crypto';
import { request } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { openDatabase } from '@/lib/db/client';
import { users } from '@/lib/db/schema';
import { insertUser } from '@/lib/db/users';
import { DEMO_ACCOUNTS } from '@/lib/demo/demo-accounts';
import { fold } from '@/lib/domain/fold';
import type { Role, Scope } from '@/lib/domain/role';
import { hashPassword } from '@/lib/password';
import { testToken } from '@/lib/test-token';
import { environment } from './environment';

const csrfSchema = z.object({ csrfToken: z.string() });

type Credentials = { email: string; password: string };

export type Account = Credentials & { name: string; role: Role };

export function accountOf(role: Role): Account {
  const account = DEMO_ACCOUNTS.find((candidate) => candidate.role === role);
  if (account === undefined) throw new Error(`There is no demo account for the role ${role}.`);
  return account;
}

export type Session = Awaited<ReturnType<typeof signIn>>;

/** Signs in over HTTP, as the form does, and answers the cookies of the session. */
export async function signIn({ email, password }: Credentials, baseURL = environment().BASE_URL) {
  const http = await request.newContext({ baseURL });
  try {
    const { csrfToken } = csrfSchema.parse(await (await http.get('/api/auth/csrf')).json());
    const form = { csrfToken, email, password, json: 'true' };
    const answer = await http.post('/api/auth/callback/credentials', { form, maxRedirects: 0 });
    if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()}.`);
    return await http.storageState();
  } finally {
    await http.dispose();
  }
}

/** An account of a story's own, with a password that it can sign in with. */
export async function makeAccount(name: string, role: Role): Promise<Credentials> {
  const db = openDatabase(environment().DATABASE_URL, { max: 1 });
  try {
    const email = `${fold(name).replaceAll(' ', '-')}-${randomBytes(4).toString('hex')}@stories.example`;
    const password = randomBytes(16).toString('hex');
    const passwordHash = await hashPassword(password);
    await insertUser(db, { id: randomUUID(), email, name, role, passwordHash });
    return { email, password };
  } finally {
    await db.$client.end();
  }
}

/** Changes an account behind the back of every session, as an administrator elsewhere would. */
export async function changeAccount(
  email: string,
  change: { role?: Role; disabledAt?: Date | null },
): Promise<void> {
  const db = openDatabase(environment().DATABASE_URL, { max: 1 });
  try {
    await db.update(users).set(change).where(eq(users.email, email));
  } finally {
    await db.$client.end();
  }
}

/** An API token made as `npm run token` makes it. */
export async function makeToken(name: string, scopes: readonly Scope[]): Promise<string> {
  const db = openDatabase(environment().DATABASE_URL, { max: 1 });
  try {
    return await testToken(db, name, scopes);
  } finally {
    await db.$client.end();
  }
}
