import { AppError } from '@/lib/domain/app-error';
import type { PingChange, SeenPings } from '@/lib/domain/ping-change';
import { allow, type Actor } from '@/lib/domain/role';
import type { Context } from './context';

/** One browser opens three at most, so this is a person with several, or a program that leaves its waits behind. */
const MOST_WAITS = 20;

export type WaitForChanges = {
  seen: SeenPings;
  mostMs: number;
  /** Aborted when the caller has gone. */
  gone: AbortSignal;
  /** Who the caller is now. Throws AppError when nobody any more. */
  whoNow: () => Promise<Actor>;
};

/**
 * Waits until one of these pings is no longer as the caller saw it, and answers which; nothing when the time is up. Who
 * lost the right to know while it waited is refused. Throws AppError.
 */
export async function waitForChanges(
  ctx: Context,
  { seen, mostMs, gone, whoNow }: WaitForChanges,
): Promise<PingChange[]> {
  allow(ctx.actor, 'ping:read');
  if (ctx.changes.countOf(ctx.actor.id) >= MOST_WAITS) {
    const message = `${MOST_WAITS} of your requests are waiting already. Let one of them end first.`;
    throw new AppError('rate_limited', message, { retryAfterSeconds: 10 });
  }
  const changes = await ctx.changes.wait({ caller: ctx.actor.id, seen, mostMs, gone });
  if (!gone.aborted) allow(await whoNow(), 'ping:read');
  return changes;
}
