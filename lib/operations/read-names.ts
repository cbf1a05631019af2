import { selectServiceNames } from '@/lib/db/services';
import { can } from '@/lib/domain/role';
import type { Context } from './context';

/** The names of services for a list of pings; none for a token that may read pings but no customers. */
export async function readNames(
  ctx: Context,
  serviceIds: readonly number[],
): Promise<Map<number, string | null>> {
  return can(ctx.actor, 'service:read') ? selectServiceNames(ctx.db, serviceIds) : new Map();
}
