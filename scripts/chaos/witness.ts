import { sql } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Accepted } from './caller';
import type { World } from './world';

const launchesSchema = z.object({ launches: z.record(z.string(), z.number()) });

const rowSchema = z.object({
  id: z.string(),
  serviceId: z.number(),
  state: z.string(),
  rounds: z.number(),
  uncertain: z.boolean(),
});

export type Findings = {
  accepted: number;
  /** Accepted and not final, or not in the database at all. */
  lost: number;
  /** More launches upstream than rounds and flagged repeats explain. */
  doubled: number;
  repeated: number;
  /** Launched more than once for a round without a flag. */
  silent: number;
  /** Pings that ran at the same time for one service. */
  together: number;
  /**
   * Writes to a final row that changed it, tokens that fell or that a claim did not raise, and writes to a running row by an
   * instance that does not hold it.
   */
  stale: number;
};

async function launchesByService({ simulator }: World): Promise<Map<number, number>> {
  const response = await fetch(`${simulator.url}/__simulator/launches`, {
    headers: { authorization: `Bearer ${simulator.key}` },
  });
  const { launches } = launchesSchema.parse(await response.json());
  return new Map(Object.entries(launches).map(([id, count]) => [Number(id), count]));
}

async function rowsOf({ db }: World): Promise<Map<string, z.infer<typeof rowSchema>>> {
  const { rows } = await db.execute(sql`
    select id, service_id as "serviceId", state, round as rounds, launch_uncertain as uncertain from pings`);
  return new Map(
    z
      .array(rowSchema)
      .parse(rows)
      .map((row) => [row.id, row]),
  );
}

const runningCount = async ({ db }: World) => {
  const { rows } = await db.execute(sql`select count(*)::integer as n from pings where state = 'running'`);
  return z.array(z.object({ n: z.number() })).parse(rows)[0]?.n ?? 0;
};

/** How many pings the instance with this port holds. */
export async function heldBy({ db }: World, port: string): Promise<number> {
  const { rows } = await db.execute(sql`
    select count(*)::integer as n from pings
    where state = 'running' and lease_until is not null and lease_owner like ${`%:${port}/%`}`);
  return z.array(z.object({ n: z.number() })).parse(rows)[0]?.n ?? 0;
}

/** Waits until nothing runs any more; answers the milliseconds it took, or null when it took too long. */
export async function untilQuiet(world: World, withinMs: number): Promise<number | null> {
  const startedAt = Date.now();
  while (Date.now() - startedAt < withinMs) {
    if ((await runningCount(world)) === 0) return Date.now() - startedAt;
    await sleep(200);
  }
  return null;
}

/** Waits until so many pings are under way, so that a fault meets work. */
export async function untilBusy(world: World, running: number, withinMs = 180_000): Promise<void> {
  const startedAt = Date.now();
  while ((await runningCount(world)) < running) {
    if (Date.now() - startedAt > withinMs) throw new Error(`never ${running} pings at once`);
    await sleep(20);
  }
}

/** Compares the three witnesses: what callers were told, what the database holds, what WispHub saw. */
export async function compare(world: World, accepted: readonly Accepted[]): Promise<Findings> {
  const [launches, rows] = await Promise.all([launchesByService(world), rowsOf(world)]);
  const findings = {
    accepted: accepted.length,
    lost: 0,
    doubled: 0,
    repeated: 0,
    silent: 0,
    together: 0,
    stale: 0,
  };
  for (const { taskId } of accepted) {
    const row = rows.get(taskId);
    if (row === undefined || row.state === 'running') findings.lost += 1;
  }
  for (const { serviceId, rounds, uncertain } of rows.values()) {
    const extra = (launches.get(serviceId) ?? 0) - rounds;
    if (extra > 0) findings.repeated += 1;
    if (extra > rounds) findings.doubled += 1;
    if (extra > 0 && !uncertain) findings.silent += 1;
  }
  const found = await world.db.execute(sql`
    select count(*) filter (where fence_after < fence_before or is_end_changed or is_claim_unfenced or is_foreign) as stale,
      (select count(*) from (select service_id from pings where state = 'running' group by 1 having count(*) > 1) x) as together
    from (select *,
        state_before <> 'running'
          and (state_after <> state_before or verdict_after is distinct from verdict_before) as is_end_changed,
        next_holder is distinct from holder and fence_after <= fence_before as is_claim_unfenced,
        -- Only instances hold pings; their names end with their port.
        next_holder is not distinct from holder and state_before = 'running' and writer like 'pulso %'
          and substring(writer from '[0-9]+$') <> substring(holder from ':([0-9]+)/') as is_foreign
      from chaos.changes) c`);
  const [facts] = z
    .array(z.object({ stale: z.coerce.number(), together: z.coerce.number() }))
    .parse(found.rows);
  return { ...findings, stale: facts?.stale ?? 0, together: facts?.together ?? 0 };
}
