import { z } from 'zod';
import { countRequestsSince } from '@/lib/db/ping-requests';
import { notifyDue, saveClaimedPing, type ClaimedPing } from '@/lib/db/pings';
import { getService } from '@/lib/db/services';
import { AppError } from '@/lib/domain/app-error';
import { createPing } from '@/lib/domain/create-ping';
import { KEPT_MS } from '@/lib/domain/deadline';
import { failureError } from '@/lib/domain/failure-error';
import { reasonSchema, type Ping } from '@/lib/domain/ping';
import { allow } from '@/lib/domain/role';
import { serviceIdSchema } from '@/lib/domain/service';
import { acceptPing, findReplay, type IdempotencyKey } from './accept-ping';
import type { Context } from './context';
import { launchRound } from './launch-round';
import { sleep } from './sleep';

const PINGS_EXPECTED = 'expected a whole number from 1 to 100';

export const startPingInput = z.object({
  serviceId: serviceIdSchema,
  pings: z.number(PINGS_EXPECTED).int(PINGS_EXPECTED).min(1, PINGS_EXPECTED).max(100, PINGS_EXPECTED),
  reason: reasonSchema.nullable().default(null),
  extend: z.enum(['off', 'auto']).default('off'),
  idempotencyKey: z.string().min(1).max(200).nullable().default(null),
});

export type StartPingInput = z.output<typeof startPingInput>;

/** A launch whose turn is farther away is left to the runner, and the caller gets an answer at once. */
const INLINE_TURN_MS = 5000;
const ANSWER_WITHIN_MS = 10_000;

/** True when a launch failed while its caller was still waiting; a later failure is the ping's, and not the answer's. */
function failedInTime({ round, launchedAt, finishedAt, createdAt, failure }: Ping): boolean {
  // It was accepted, and then somebody took it back.
  if (failure?.code === 'withdrawn') return false;
  const tookMs = (finishedAt?.getTime() ?? 0) - createdAt.getTime();
  return round === 1 && launchedAt === null && tookMs <= ANSWER_WITHIN_MS;
}

async function refuseTooMany(ctx: Context, now: Date): Promise<void> {
  const asked = await countRequestsSince(ctx.db, ctx.actor.id, new Date(now.getTime() - 60_000));
  if (asked < ctx.limits.launchesPerMinute) return;
  const message = `The limit is ${ctx.limits.launchesPerMinute} pings a minute for each user or token. Wait a little.`;
  throw new AppError('rate_limited', message, { retryAfterSeconds: 10 });
}

/** True while launches are not tried, and for people from when the desk says that WispHub is down. */
const mustWait = (ctx: Context) => ctx.wisphub.isPaused() || (ctx.actor.kind === 'user' && ctx.isDown());

/** True for what people at the desk ask for while WispHub is down, unless the operator has it refused. */
const isKept = (ctx: Context) => ctx.actor.kind === 'user' && ctx.whileDown === 'keep' && mustWait(ctx);

function refuseWhilePaused(ctx: Context): void {
  if (ctx.isDraining()) {
    const message = 'Pulso is restarting and started nothing. Try again in a few seconds.';
    throw new AppError('restarting', message, { retryAfterSeconds: 5 });
  }
  if (mustWait(ctx) && !isKept(ctx)) {
    const message =
      'WispHub has stopped answering, so nothing was started. Pulso tries it again every few seconds.';
    throw new AppError('upstream_unavailable', message, { retryAfterSeconds: 10 });
  }
}

async function prepare(ctx: Context, input: StartPingInput, now: Date): Promise<Ping> {
  const service = await getService(ctx.db, input.serviceId);
  if (service !== null && service.ip === null) {
    const message =
      'This service has no IP address in WispHub, so there is nothing to ping. Add the address there.';
    throw new AppError('service_without_ip', message);
  }
  const source = ctx.actor.kind === 'user' ? 'desk' : 'api';
  const keptMs = isKept(ctx) ? KEPT_MS : 0;
  const request = { ...input, id: ctx.newId(), source, keptMs } as const;
  return createPing(request, service, ctx.wisphub.showsPackets, now, ctx.policy);
}

async function launchNow(ctx: Context, claimed: ClaimedPing): Promise<Ping> {
  const waitMs = (claimed.ping.turnAt?.getTime() ?? 0) - ctx.now().getTime();
  const inline = waitMs <= INLINE_TURN_MS;
  if (inline && waitMs > 0) await sleep(waitMs);
  if (inline && !ctx.isDraining()) return launchRound(ctx, claimed);
  await saveClaimedPing(ctx.db, claimed);
  return claimed.ping;
}

async function launchInTime(ctx: Context, claimed: ClaimedPing): Promise<Ping> {
  const launch = launchNow(ctx, claimed)
    .then(async (ping) => {
      await notifyDue(ctx.db);
      return ping;
    })
    .catch((error: unknown) => {
      // The ping is accepted and committed, so its runner carries on and the caller gets its id.
      ctx.log.error({ ping: claimed.ping.id, err: error }, 'a launch stumbled; the runner carries on');
      return claimed.ping;
    });
  return Promise.race([ctx.track(launch), sleep(ANSWER_WITHIN_MS).then(() => claimed.ping)]);
}

/** The answer to a request that was answered before under its key: the same again, whatever became of the ping since. */
async function replay(ctx: Context, idempotency: IdempotencyKey | null): Promise<{ taskId: string } | null> {
  if (idempotency === null) return null;
  const ping = await findReplay(ctx, ctx.db, idempotency);
  return ping && answerFor(ping);
}

function answerFor(ping: Ping): { taskId: string } {
  if (ping.failure !== null && failedInTime(ping)) throw failureError(ping.failure);
  return { taskId: ping.id };
}

/**
 * Starts a ping, or joins the one that runs for this service. Waits for the launch upstream at most ten seconds; what
 * goes wrong later ends the ping as failed. Throws AppError.
 */
export async function startPing(ctx: Context, input: StartPingInput): Promise<{ taskId: string }> {
  allow(ctx.actor, 'ping:launch');
  const now = ctx.now();
  const request = JSON.stringify([input.serviceId, input.pings, input.reason, input.extend]);
  const idempotency = input.idempotencyKey === null ? null : { key: input.idempotencyKey, request };
  const replayed = await replay(ctx, idempotency);
  if (replayed !== null) return replayed;
  await refuseTooMany(ctx, now);
  refuseWhilePaused(ctx);
  const ping = await prepare(ctx, input, now);
  const accepted = await acceptPing(ctx, ping, idempotency);
  return answerFor(accepted.claimed === null ? accepted.ping : await launchInTime(ctx, accepted.claimed));
}
