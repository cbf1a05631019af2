// This module sees the passwords of a demo. They are public; the ones it makes up are kept nowhere.
import { randomBytes } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { users } from '@/lib/db/schema';
import type { Role } from '@/lib/domain/role';
import { hashPassword } from '@/lib/password';
import { DEMO_ACCOUNTS } from './demo-accounts';
import { seededUuid } from './seeded-uuid';
import type { Staff, StaffKey } from './staff';

type Account = { key: Exclude<StaffKey, 'bot'>; email: string; name: string; role: Role };

const [ana, sofia, andres, tomas] = DEMO_ACCOUNTS;

const shown: readonly Account[] = [
  { key: 'ana', ...ana },
  { key: 'sofia', ...sofia },
  { key: 'andres', ...andres },
  { key: 'tomas', ...tomas },
];

/** Colleagues who own a part of the history; nobody knows their password. */
const colleagues: readonly Account[] = [
  { key: 'bruno', email: 'bruno.costa@pulso.demo', name: 'Bruno Costa', role: 'agent' },
  { key: 'camila', email: 'camila.ortiz@pulso.demo', name: 'Camila Ortiz', role: 'agent' },
  { key: 'diego', email: 'diego.paz@pulso.demo', name: 'Diego Paz', role: 'agent' },
];

const accounts = [...shown, ...colleagues];

async function findIds(q: Queryable): Promise<Map<string, string>> {
  const emails = accounts.map(({ email }) => email);
  const rows = await q
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(inArray(users.email, emails));
  return new Map(rows.map(({ email, id }) => [email, id]));
}

async function insertMissing(q: Queryable, missing: readonly Account[], createdAt: Date): Promise<void> {
  const [demoHash, nobodysHash] = await Promise.all([
    hashPassword(ana.password),
    hashPassword(randomBytes(32).toString('base64url')),
  ]);
  const rows = missing.map(({ key, email, name, role }) => ({
    id: seededUuid('user', key),
    email,
    name,
    role,
    passwordHash: shown.some((account) => account.key === key) ? demoHash : nobodysHash,
    createdAt,
  }));
  await q.insert(users).values(rows).onConflictDoNothing({ target: users.email });
}

/** Makes the accounts that are missing and leaves those that exist as they are. Answers who is who. */
export async function seedAccounts(q: Queryable, createdAt: Date): Promise<Omit<Staff, 'bot'>> {
  const known = await findIds(q);
  const missing = accounts.filter(({ email }) => !known.has(email));
  if (missing.length > 0) await insertMissing(q, missing, createdAt);
  const ids = missing.length > 0 ? await findIds(q) : known;
  const member = (key: Account['key']) => {
    const account = accounts.find((candidate) => candidate.key === key);
    const id = ids.get(account?.email ?? '');
    if (!account || id === undefined) throw new Error(`The demo account ${key} could not be made.`);
    return { kind: 'user' as const, id, name: account.name };
  };
  return {
    ana: member('ana'),
    sofia: member('sofia'),
    andres: member('andres'),
    tomas: member('tomas'),
    bruno: member('bruno'),
    camila: member('camila'),
    diego: member('diego'),
  };
}
