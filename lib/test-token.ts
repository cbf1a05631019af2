// This module makes tokens for databases of tests, stories and benches; none of them lives longer than a day.
import { randomUUID } from 'node:crypto';
import { insertApiToken } from './db/api-tokens';
import type { Queryable } from './db/client';
import type { Scope } from './domain/role';
import { newApiToken } from './new-api-token';

const DAY_MS = 86_400_000;

/** A token that this database knows, as `npm run token` would make it. */
export async function testToken(db: Queryable, name: string, scopes: readonly Scope[]): Promise<string> {
  const token = newApiToken();
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + DAY_MS);
  await insertApiToken(db, { id: randomUUID(), name, token, scopes, createdAt, expiresAt });
  return token;
}
