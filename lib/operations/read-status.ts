import { readDatabaseFacts } from '@/lib/db/database-facts';
import { countDirectory } from '@/lib/db/directory-rows';
import { readSync } from '@/lib/db/directory-sync';
import { readJobStates } from '@/lib/db/job-states';
import { readVitalSigns } from '@/lib/db/vital-signs';
import { allow } from '@/lib/domain/role';
import { STATUS_JOBS } from '@/lib/domain/status';
import { allowance } from '@/lib/domain/upstream-budget';
import { UPSTREAM_CALLS } from '@/lib/domain/upstream-call';
import type { Context } from './context';

function readUpstream(ctx: Context, budgetUsed: number) {
  const rate = ctx.limits.ratePerMinute;
  const calls = ctx.self().calls;
  return {
    calls: UPSTREAM_CALLS.map((kind) => ({ kind, paused: ctx.wisphub.isPaused(kind), ...calls[kind] })),
    budget: {
      used: budgetUsed,
      limit: rate,
      deskReserve: rate - allowance('api_launch', rate).total,
      lookReserve: rate - allowance('desk_launch', rate).own,
    },
  };
}

/** How the whole installation stands, as this instance sees it. */
export async function readStatus(ctx: Context) {
  allow(ctx.actor, 'status:read');
  const { db } = ctx;
  const now = ctx.now();
  const [signs, facts, jobs, services, sync] = await Promise.all([
    readVitalSigns(db, now),
    readDatabaseFacts(db, now),
    readJobStates(db, STATUS_JOBS),
    countDirectory(db),
    readSync(db, now),
  ]);
  const { totalCount: total, idleCount: idle, waitingCount: waiting } = db.$client;
  return {
    readAt: now,
    self: ctx.self(),
    upstream: readUpstream(ctx, signs.budgetUsed),
    signs,
    facts,
    pool: { total, idle, waiting },
    jobs,
    directory: { supported: ctx.wisphub.directory !== null, services: services.count, ...sync },
  };
}

export type Status = Awaited<ReturnType<typeof readStatus>>;
