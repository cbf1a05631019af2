import type { Queryable } from '@/lib/db/client';
import { getIdempotencyKey, insertIdempotencyKey, lockIdempotencyKey } from '@/lib/db/idempotency-keys';
import { countWaitingLaunches } from '@/lib/db/launch-queue';
import { reserveTurn } from '@/lib/db/launch-turns';
import { insertPingRequest } from '@/lib/db/ping-requests';
import { getPing, getRunningPing, insertPing, saveClaimedPing, type ClaimedPing } from '@/lib/db/pings';
import { AppError } from '@/lib/domain/app-error';
import { launchBy } from '@/lib/domain/deadline';
import type { Ping } from '@/lib/domain/ping';
import { allowance } from '@/lib/domain/upstream-budget';
import type { Context } from './context';
import { launchKind } from './launch-round';
import { routerKey } from './task-pace';

const MOST_TRIES = 3;

/** `claimed` is the new ping under our lease, or null when a running or an earlier one answers the request. */
export type Accepted = { ping: Ping; claimed: ClaimedPing | null };

export type IdempotencyKey = {
  key: string;
  /** What was asked for under the key, in a form that can be compared. */
  request: string;
};

/** Throws `queue_full` when the launch would come too late; the transaction around it then leaves nothing behind. */
async function queue(ctx: Context, tx: Queryable, claimed: ClaimedPing): Promise<ClaimedPing> {
  const { ping } = claimed;
  const crowded =
    (await countWaitingLaunches(tx)) > allowance(launchKind(ping), ctx.limits.ratePerMinute).own;
  const turn = {
    routerKey: routerKey(ping),
    now: ping.createdAt,
    latest: launchBy(ping, ctx.policy.polling),
  };
  const turnAt = crowded ? null : await reserveTurn(tx, { ...turn, spacingMs: ctx.limits.launchSpacingMs });
  if (turnAt === null) {
    const message = 'Too many pings are waiting for their turn. Try again in half a minute.';
    throw new AppError('queue_full', message, { retryAfterSeconds: 30 });
  }
  const queued = { ...claimed, ping: { ...ping, turnAt, dueAt: turnAt } };
  await saveClaimedPing(tx, queued, new Date(ping.createdAt.getTime() + ctx.limits.leaseMs));
  return queued;
}

/** The ping that an earlier request with this key stands for. Throws `idempotency_conflict` when it asked otherwise. */
export async function findReplay(
  ctx: Context,
  q: Queryable,
  { key, request }: IdempotencyKey,
): Promise<Ping | null> {
  const known = await getIdempotencyKey(q, { actorId: ctx.actor.id, key }, ctx.now());
  if (known === null) return null;
  if (known.request === request) return getPing(q, known.pingId);
  throw new AppError(
    'idempotency_conflict',
    'This Idempotency-Key was used for another request. Use a new key.',
  );
}

async function acceptOnce(
  ctx: Context,
  ping: Ping,
  idempotency: IdempotencyKey | null,
): Promise<Accepted | null> {
  return ctx.db.transaction(async (tx) => {
    if (idempotency) await lockIdempotencyKey(tx, { actorId: ctx.actor.id, key: idempotency.key });
    const before = idempotency && (await findReplay(ctx, tx, idempotency));
    if (before) return { ping: before, claimed: null };
    const lease = { owner: ctx.owner, until: new Date(ping.createdAt.getTime() + ctx.limits.leaseMs) };
    const inserted = await insertPing(tx, ping, lease, ctx.actor);
    const claimed = inserted && (await queue(ctx, tx, inserted));
    const accepted = claimed?.ping ?? (await getRunningPing(tx, ping.serviceId));
    if (accepted === null) return null;
    const request = { pingId: accepted.id, actor: ctx.actor, reason: ping.reason, at: ping.createdAt };
    await insertPingRequest(tx, request);
    if (idempotency) {
      const entry = { ...idempotency, actorId: ctx.actor.id, pingId: accepted.id, createdAt: ping.createdAt };
      await insertIdempotencyKey(tx, entry);
    }
    return { ping: accepted, claimed };
  });
}

/**
 * Commits a new ping with its deadline and its turn, or joins the one that runs for this service, or answers the ping
 * of an earlier request with the same key; who asked is recorded in the same transaction.
 */
export async function acceptPing(
  ctx: Context,
  ping: Ping,
  idempotency: IdempotencyKey | null,
): Promise<Accepted> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const accepted = await acceptOnce(ctx, ping, idempotency);
    if (accepted !== null) return accepted;
    // The ping that stood in the way ended between two statements: the way is free now.
  }
  throw new AppError('conflict', 'Pings of this service keep ending as this one starts. Try again.');
}
