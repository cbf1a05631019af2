// Only a hash is stored here, and it was made of nothing: no token in the world fits it.
import { randomBytes } from 'node:crypto';
import type { Queryable } from '@/lib/db/client';
import { apiTokens } from '@/lib/db/schema';
import { botRetiredAt } from './bot-period';
import { daysBefore } from './moment';
import { seededUuid } from './seeded-uuid';
import type { StaffMember } from './staff';

const LIFETIME_DAYS = 30;

/** The program whose pings are in the history. Its token has expired, so nothing can use it any more. */
export async function seedBot(q: Queryable, now: Date): Promise<StaffMember> {
  const bot = { kind: 'token' as const, id: seededUuid('token', 'bot'), name: 'bot-whatsapp' };
  const expiresAt = botRetiredAt(now);
  const row = {
    id: bot.id,
    name: bot.name,
    tokenHash: randomBytes(32).toString('hex'),
    scopes: ['ping:write', 'ping:read'],
    createdAt: daysBefore(expiresAt, LIFETIME_DAYS),
    expiresAt,
    lastUsedAt: expiresAt,
  };
  await q.insert(apiTokens).values(row).onConflictDoNothing();
  return bot;
}
