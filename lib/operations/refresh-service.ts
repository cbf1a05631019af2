import { getService, recordServiceView, upsertServices, type DirectoryService } from '@/lib/db/services';
import { spend } from '@/lib/db/upstream-budget';
import { allow } from '@/lib/domain/role';
import { callUpstream } from './call-upstream';
import type { Context } from './context';

const FRESH_MS = 60_000;
const LIMIT_MS = 2000;

/**
 * `read`: just read from WispHub. `fresh`: read less than a minute ago, by anybody. `unknown`: WispHub does not know
 * it. `unavailable`: it could not be asked, and the record is as old as it says. `unsupported`: no customer list.
 */
export type RefreshOutcome = 'read' | 'fresh' | 'unknown' | 'unavailable' | 'unsupported';

async function readUpstream(ctx: Context, serviceId: number): Promise<RefreshOutcome> {
  const { directory } = ctx.wisphub;
  if (directory === null) return 'unsupported';
  const grant = await spend(ctx.db, 'refresh', ctx.now, ctx.limits.ratePerMinute);
  if (!grant.granted) return 'unavailable';
  const readAt = ctx.now();
  const answer = await callUpstream(ctx, grant, () => directory.find(serviceId, LIMIT_MS));
  if (answer.kind !== 'services') return 'unavailable';
  await upsertServices(ctx.db, answer.services, readAt);
  if (answer.services.length > 0) return 'read';
  // Records of others mean that the filter was ignored, which says nothing of this service.
  return answer.received > 0 ? 'unavailable' : 'unknown';
}

/** Reads one record again from WispHub, within two seconds and shared by everybody for a minute, and notes the view. */
export async function refreshService(
  ctx: Context,
  { serviceId }: { serviceId: number },
): Promise<{ service: DirectoryService | null; outcome: RefreshOutcome }> {
  allow(ctx.actor, 'service:refresh');
  const now = ctx.now();
  const stored = await getService(ctx.db, serviceId);
  // Whoever has just added a missing address in WispHub must not wait for it.
  const isComplete = stored !== null && stored.ip !== null;
  const isFresh = isComplete && now.getTime() - stored.syncedAt.getTime() < FRESH_MS;
  const outcome = isFresh ? 'fresh' : await readUpstream(ctx, serviceId);
  const service = isFresh ? stored : await getService(ctx.db, serviceId);
  if (service !== null) await recordServiceView(ctx.db, { userId: ctx.actor.id, serviceId, viewedAt: now });
  return { service, outcome };
}
