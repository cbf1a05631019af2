// This module opens databases whose connection strings hold a password; it prints none.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { databaseClock } from '@/lib/db/clock';
import { openDatabase } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { upsertServices } from '@/lib/db/services';
import { listenToDatabase } from '@/lib/listen-to-database';
import { noOrigin } from '@/lib/domain/audit';
import type { Polling } from '@/lib/domain/polling';
import { defaultRules } from '@/lib/domain/rules';
import { defaultSettings } from '@/lib/domain/settings';
import type { Context } from '@/lib/operations/context';
import { startPing } from '@/lib/operations/start-ping';
import { startRunner } from '@/lib/runner';
import { workInFlight } from '@/lib/work-in-flight';
import { createGateway } from '@/lib/wisphub/create-gateway';
import { startSimulator } from '@/lib/wisphub/simulator/start-simulator';
import { newDatabase } from '../new-database';
import type { Scope } from '../shutdown';
import { TIME_ZONE } from './days';
import { seededRandom } from './random';
import { inventedTaskMs } from './task-model';

const KEY = 'bench-key-of-the-simulator';
const LIST_BLOCK = 300;
/** What a healthy call to WispHub takes, in milliseconds, as its integrators have measured. */
const ANSWER_MS = { least: 300, more: 300 };
/** Far more than either way to look needs, so that nobody waits for the budget. */
export const RATE_PER_MINUTE = 3000;

/** Writes down, as the last thing before the commit, when a ping was done with a task, and whether it ended then. */
const WITNESS = `
  create table lag_ends (ping_id uuid not null, task_id text not null, final boolean not null, at timestamptz not null);
  create function note_lag_end() returns trigger language plpgsql as $$ begin
    insert into lag_ends values (old.id, old.upstream_task_id, new.state <> 'running', clock_timestamp());
    return null;
  end $$;
  create constraint trigger note_lag_end after update on pings deferrable initially deferred for each row
    when (old.phase = 'read' and (new.phase <> 'read' or new.state <> old.state)) execute function note_lag_end();`;

const tasksSchema = z.object({
  tasks: z.array(
    z.object({ task_id: z.string(), packets: z.number(), created_at_ms: z.number(), done_at_ms: z.number() }),
  ),
});
const requestsSchema = z.object({
  requests: z.array(z.object({ at: z.coerce.date(), task_id: z.string().nullable(), outcome: z.string() })),
});
const endsSchema = z.array(
  z.object({ ping_id: z.string(), task_id: z.string(), final: z.boolean(), at: z.coerce.date() }),
);

/** One upstream task; moments in milliseconds since 1970. */
export type TaskRun = { packets: number; createdAt: number; doneAt: number; looksAt: number[] };
/** One ping that has ended, with the tasks of its rounds, the last one last. */
export type PingRun = { storedAt: number; tasks: TaskRun[] };

export type LagWorld = {
  launch(serviceId: number, packets: number): Promise<void>;
  /** How many pings have ended. */
  ended(): Promise<number>;
  /** The pings that have ended, in the order of their launch. */
  runs(): Promise<PingRun[]>;
  /** When each request arrived upstream. */
  requestsAt(): Promise<number[]>;
};

/** A ping is launched at the router that the directory tells. */
async function loadDirectory({ db, wisphub, now }: Context): Promise<void> {
  for (let offset = 0; ; offset += LIST_BLOCK) {
    const block = await wisphub.directory?.list(offset, LIST_BLOCK);
    if (block?.kind !== 'services') throw new Error('The simulator lists its customers.');
    await upsertServices(db, block.services, now());
    if (!block.more) break;
  }
}

const quiet = { info: () => {}, warn: console.warn, error: console.error };

const MOST = 1_000_000;
const LIMITS = {
  ...{ ratePerMinute: RATE_PER_MINUTE, launchSpacingMs: 0, leaseMs: 15_000 },
  ...{ launchesPerMinute: MOST, requestsPerMinute: MOST, tokenRequestsPerMinute: MOST },
};

/** What is the same in both worlds. */
const ALWAYS: Partial<Context> = {
  ...{ random: Math.random, newId: randomUUID, owner: 'bench/1', log: quiet, timeZone: TIME_ZONE },
  ...{ limits: LIMITS, isDown: () => false, noteLag: () => {}, origin: noOrigin },
};

/** A simulated WispHub, a database of its own and a runner that looks in the given way. */
export async function startLagWorld(
  scope: Scope,
  serverUrl: string,
  name: string,
  polling: Polling,
): Promise<LagWorld> {
  const random = seededRandom(7);
  const answerMs = () => ANSWER_MS.least + random() * ANSWER_MS.more;
  const simulator = await startSimulator({ port: 0, key: KEY, taskMs: inventedTaskMs, answerMs });
  scope.defer(simulator.close);
  const url = await newDatabase(serverUrl, name);
  await migrate(url);
  const db = openDatabase(url);
  scope.defer(() => db.$client.end());
  await db.$client.query(WITNESS);
  const gateway = createGateway({ dialect: 'net', origin: simulator.url, token: KEY, timeoutMs: 10_000 });
  scope.defer(gateway.close);
  const clock = databaseClock(db);
  await clock.synchronise();
  const work = workInFlight();
  const policy = { rules: defaultRules, polling, packetsPerTask: 10, remarks: defaultSettings };
  const parts: Partial<Context> = {
    ...ALWAYS,
    ...{ db, wisphub: gateway, policy, now: clock.now, track: work.track, isDraining: work.isDraining },
    actor: { kind: 'token', id: randomUUID(), name: 'bench', scopes: ['ping:write'] },
  };
  // What else a context holds is of no use to a launch or a look.
  const ctx = parts as Context;
  await loadDirectory(ctx);
  const runner = startRunner(ctx);
  const listener = listenToDatabase(url, { pulso_due: runner.wake });
  scope.defer(async () => {
    await listener.stop();
    await runner.stop();
    await work.settle(5000);
  });

  async function control(path: string): Promise<unknown> {
    const response = await fetch(`${simulator.url}/__simulator/${path}`, {
      headers: { authorization: `Bearer ${KEY}` },
    });
    return response.json();
  }
  const requests = async () => requestsSchema.parse(await control('requests')).requests;

  return {
    async launch(serviceId, packets) {
      const asked = { serviceId, pings: packets, reason: null, extend: 'off', idempotencyKey: null } as const;
      await startPing(ctx, asked);
    },
    ended: async () => (await db.$client.query('select 1 from lag_ends where final')).rowCount ?? 0,
    requestsAt: async () => (await requests()).map(({ at }) => at.getTime()),
    async runs() {
      const { rows } = await db.$client.query('select * from lag_ends order by at');
      const { tasks } = tasksSchema.parse(await control('tasks'));
      const log = await requests();
      const made = new Map(
        tasks.map((task): [string, TaskRun] => [
          task.task_id,
          { packets: task.packets, createdAt: task.created_at_ms, doneAt: task.done_at_ms, looksAt: [] },
        ]),
      );
      for (const { outcome, task_id: taskId, at } of log) {
        if (outcome !== 'created' && taskId !== null) made.get(taskId)?.looksAt.push(at.getTime());
      }
      const runs = new Map<string, PingRun>();
      for (const end of endsSchema.parse(rows)) {
        const task = made.get(end.task_id);
        const before = runs.get(end.ping_id)?.tasks ?? [];
        if (task) runs.set(end.ping_id, { storedAt: end.at.getTime(), tasks: [...before, task] });
      }
      const launchedAt = (run: PingRun) => run.tasks[0]?.createdAt ?? 0;
      return [...runs.values()].sort((a, b) => launchedAt(a) - launchedAt(b));
    },
  };
}
