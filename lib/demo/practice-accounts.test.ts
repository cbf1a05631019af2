import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getTokenActor, insertApiToken } from '@/lib/db/api-tokens';
import { openDatabase, type Database } from '@/lib/db/client';
import { users } from '@/lib/db/schema';
import { testDatabase, type TestDatabase } from '@/lib/db/test-database';
import { getUserForSignIn } from '@/lib/db/users';
import { hashPassword, verifyPassword } from '@/lib/password';
import { DEMO_ACCOUNTS } from './demo-accounts';
import { givePracticePasswords, practicePassword } from './practice-accounts';
import { seedDemo } from './seed-demo';

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await testDatabase();
  await seedDemo(database.url, new Date('2026-03-12T20:10:00Z'));
  db = openDatabase(database.url, { max: 1 });
});

afterAll(async () => {
  await db.$client.end();
  await database.drop();
});

const fits = async (email: string, password: string) => {
  const user = await getUserForSignIn(db, email);
  return user?.passwordHash != null && verifyPassword(password, user.passwordHash);
};

it('the public password of the demo opens no account of a practice room, and that of this start does', async () => {
  const accounts = await givePracticePasswords(database.url);
  expect(accounts.map(({ email }) => email)).toEqual(DEMO_ACCOUNTS.map(({ email }) => email));
  for (const { email, password } of accounts) {
    expect(await fits(email, 'pulso-demo-1234'), email).toBe(false);
    expect(await fits(email, password), email).toBe(true);
  }
});

it('newcomers share a password, which is not that of whoever leads and is another at each start', async () => {
  const [first, again] = [
    await givePracticePasswords(database.url),
    await givePracticePasswords(database.url),
  ];
  const of = (accounts: typeof first, name: string) =>
    accounts.find(({ email }) => email === `${name}@pulso.demo`)?.password;
  expect(of(first, 'agent')).toBe(of(first, 'supervisor'));
  expect(of(first, 'agent')).not.toBe(of(first, 'admin'));
  expect(of(first, 'agent')).not.toBe(of(again, 'agent'));
});

it('what was made in an earlier practice opens nothing in this one, and nobody is more than they were', async () => {
  const [tokenId, token, guest] = [randomUUID(), 'invented-token', 'bruno.costa@pulso.demo'];
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 86_400_000);
  await insertApiToken(db, {
    id: tokenId,
    name: 'left over',
    token,
    scopes: ['ping:read'],
    createdAt: now,
    expiresAt,
  });
  await db
    .update(users)
    .set({ role: 'admin', passwordHash: await hashPassword('chosen-last-time') })
    .where(inArray(users.email, [guest, 'agent@pulso.demo']));
  expect(await getTokenActor(db, token, now)).not.toBeNull();
  await givePracticePasswords(database.url);
  expect(await getTokenActor(db, token, new Date())).toBeNull();
  expect(await fits(guest, 'chosen-last-time')).toBe(false);
  expect((await getUserForSignIn(db, 'agent@pulso.demo'))?.user.role).toBe('agent');
});

it('a password can be said over a table', () => {
  for (let count = 0; count < 200; count += 1) {
    expect(practicePassword()).toMatch(/^(?:(?:[bdfgklmnprst][aeiou]){2}-){3}(?:[bdfgklmnprst][aeiou]){2}$/);
  }
});
