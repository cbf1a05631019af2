import { selectAccounts, type AccountPlace } from '@/lib/db/accounts';
import { getSettings } from '@/lib/db/settings';
import type { Account } from '@/lib/domain/account';
import { idleLimitMs } from '@/lib/domain/idle-limit';
import { allow, type Role } from '@/lib/domain/role';
import type { Context } from './context';

/** The accounts by name, a page at a time. */
export async function listUsers(
  ctx: Context,
  { limit, after }: { limit: number; after: AccountPlace | null },
): Promise<{ accounts: Account[]; next: AccountPlace | null }> {
  allow(ctx.actor, 'user:manage');
  const now = ctx.now();
  const limits = await getSettings(ctx.db);
  const since = (role: Role) => new Date(now.getTime() - idleLimitMs(role, limits));
  const active = { desk: since('agent'), technician: since('technician') };
  const found = await selectAccounts(ctx.db, { now, since: active, limit: limit + 1, after });
  const accounts = found.slice(0, limit);
  const last = found.length > limit ? accounts.at(-1) : undefined;
  return { accounts, next: last ? { name: last.name.toLowerCase(), id: last.id } : null };
}
