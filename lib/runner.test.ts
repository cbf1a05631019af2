import { noOrigin } from '@/lib/domain/audit';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimDuePings, nextClaimAt, notifyDue, saveClaimedPing } from '@/lib/db/pings';
import { pings } from '@/lib/db/schema';
import { storePing, until } from '@/lib/db/test-store';
import { bearWitness } from '@/lib/db/test-witness';
import { atMs, packetsOf, testPolicy, testService, testStart } from '@/lib/domain/test-ping';
import type { System } from '@/lib/operations/context';
import { startPing, startPingInput } from '@/lib/operations/start-ping';
import { evidence, launched } from '@/lib/operations/test-gateway';
import { person, testSystem, type TestSystem } from '@/lib/operations/test-system';
import type { TaskAnswer } from '@/lib/wisphub/gateway';
import { listenToDatabase } from './listen-to-database';
import { startRunner, type Runner } from './runner';
import { workInFlight } from './work-in-flight';

let test: TestSystem;
let ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  test = await testSystem();
  await bearWitness(test.store.db);
});
beforeEach(async () => {
  await test.reset();
  await test.store.db.execute(sql`delete from witness`);
});
afterEach(async () => {
  for (const end of ends) await end();
  ends = [];
});
afterAll(() => test.close());

const agent = person('agent');
const ask = (input: Record<string, unknown> = {}) =>
  startPingInput.parse({ serviceId: testService.serviceId, pings: 4, ...input });

function run(system: System): Runner {
  const runner = startRunner(system);
  ends.push(runner.stop);
  return runner;
}

/** The same system on the real clock, with looks every few milliseconds. */
const inRealTime = (system: System): System => {
  const polling = { firstMs: 5, minMs: 5, maxMs: 10, maxLooks: 1000, limitMs: 60_000 };
  const limits = { ...system.limits, ratePerMinute: 100_000, launchesPerMinute: 100_000 };
  return { ...system, now: () => new Date(), policy: { ...testPolicy, polling }, limits };
};

const stateOf = async (taskId: string) => (await test.ping(taskId)).state;
const untilFinal = (taskId: string) =>
  until(async () => (await stateOf(taskId)) !== 'running', { what: 'the end of the ping' });

describe('a runner', () => {
  it('carries a ping through all its rounds to its end with nobody watching', async () => {
    test.wisphub.script.read = (task, count) =>
      count < 3 ? { kind: 'not_yet' } : evidence(packetsOf(task.packets, task.packets));
    const system = inRealTime(test.system);
    const { taskId } = await startPing({ ...system, actor: agent, origin: noOrigin }, ask({ pings: 25 }));
    run(system);
    await untilFinal(taskId);
    expect(await test.ping(taskId)).toMatchObject({ state: 'finished', verdict: 'stable', round: 3 });
    expect(test.wisphub.launches.map(({ packets }) => packets)).toEqual([10, 10, 5]);
    expect(test.wisphub.looks).toHaveLength(9);
  });

  it('launches what was accepted and not launched', async () => {
    await storePing(test.store.db);
    run(test.system);
    await until(() => test.wisphub.launches.length === 1);
  });

  it('is woken by the word of another connection, long before it would look by itself', async () => {
    const system = inRealTime(test.system);
    const runner = run(system);
    let listening = false;
    const listener = listenToDatabase(test.store.url, {
      pulso_due: () => {
        listening = true;
        runner.wake();
      },
    });
    ends.push(listener.stop);
    await until(() => listening);
    for (const serviceId of [1, 2]) {
      const createdAt = new Date();
      const deadlineAt = new Date(createdAt.getTime() + 120_000);
      await storePing(test.store.db, { serviceId, createdAt, dueAt: createdAt, deadlineAt });
      await notifyDue(test.store.db);
      await until(() => test.wisphub.launches.length === serviceId, { withinMs: 2500, what: 'the launch' });
      // From here on the runner has nothing to do, and would sleep for five seconds.
      await until(async () => (await test.store.db.$count(pings, sql`state = 'running'`)) === 0);
    }
  });
});

describe('two runners on one database', () => {
  it('launch each ping once and end each once, and the fence only ever rises', async () => {
    test.wisphub.script.read = (task, count) =>
      count < 2 ? { kind: 'not_yet' } : evidence(packetsOf(task.packets, task.packets));
    const instances = ['one', 'two'].map((name) => inRealTime(test.anotherInstance(name)));
    for (const instance of instances)
      ends.push(listenToDatabase(test.store.url, { pulso_due: run(instance).wake }).stop);
    const many = Array.from({ length: 60 }, (_, index) => index + 1);
    const started = await Promise.all(
      many.map((serviceId) => {
        const instance = instances[serviceId % 2] ?? test.system;
        return startPing({ ...instance, actor: agent, origin: noOrigin }, ask({ serviceId, pings: 12 }));
      }),
    );
    const running = sql`state = 'running'`;
    await until(async () => (await test.store.db.$count(pings, running)) === 0, { withinMs: 15_000 });
    const rounds = many.flatMap((serviceId) => [`${serviceId} 10`, `${serviceId} 2`]);
    const launches = test.wisphub.launches.map(({ serviceId, packets }) => `${serviceId} ${packets}`);
    expect(launches.sort()).toEqual(rounds.sort());
    const { rows } = await test.store.db.execute(sql`
      select id, count(*) filter (where was = 'running' and became <> 'running')::int as ends,
        count(*) filter (where was <> 'running')::int as after_end,
        bool_and(new_fence >= old_fence) as rises
      from witness group by id`);
    expect(rows).toHaveLength(60);
    expect(rows.every((row) => row.ends === 1 && row.after_end === 0 && row.rises === true)).toBe(true);
    for (const { taskId } of started) {
      expect(await test.ping(taskId)).toMatchObject({ verdict: 'stable', launchUncertain: false });
    }
    expect(test.errors).toEqual([]);
  });
});

describe('a lease', () => {
  it('that ended is taken over by another runner, and the old holder writes nothing any more', async () => {
    const { taskId } = await startPing(test.as(agent), ask());
    test.move(2000);
    const { leaseMs } = test.system.limits;
    const until15s = new Date(test.system.now().getTime() + leaseMs);
    const [old] = await claimDuePings(
      test.store.db,
      test.system.now(),
      { owner: 'frozen/1', until: until15s },
      1,
    );
    if (old === undefined) throw new Error('there was nothing to claim');
    const other = test.anotherInstance('there');
    const runner = run(other);
    expect(await nextClaimAt(test.store.db)).toEqual(until15s);
    test.move(leaseMs);
    expect(
      await claimDuePings(test.store.db, test.system.now(), { owner: 'x/1', until: testStart }, 1),
    ).toEqual([]);
    expect(test.wisphub.looks).toEqual([]);
    test.move(1);
    runner.wake();
    await untilFinal(taskId);
    const ended = await test.ping(taskId);
    expect(ended).toMatchObject({ state: 'finished', verdict: 'stable' });
    expect(await saveClaimedPing(test.store.db, { ...old, ping: { ...old.ping, looks: 7 } })).toBe(false);
    expect(await test.ping(taskId)).toEqual(ended);
  });
});

describe('a ping that gets no answer', () => {
  const answers: [string, (count: number) => TaskAnswer][] = [
    ['stays pending for ever', () => ({ kind: 'not_yet' })],
    ['is pending, with our key refused', (count) => ({ kind: count % 3 === 0 ? 'key_refused' : 'not_yet' })],
    ['waits while WispHub asks for time', () => ({ kind: 'slow_down', retryAfterMs: 7000 })],
  ];

  it.each(answers)('because its task %s is failed with deadline, not no_internet', async (_how, answer) => {
    test.wisphub.script.read = (_task, count) => answer(count);
    const { taskId } = await startPing(test.as(agent), ask());
    const ended = await test.carry(taskId);
    expect(ended).toMatchObject({
      state: 'failed',
      verdict: null,
      certainty: null,
      failure: { source: 'deadline', code: 'deadline' },
    });
    expect(ended.finishedAt?.getTime()).toBeLessThanOrEqual(atMs(60_002).getTime());
    test.move(600_000);
    expect(await test.step()).toBe(0);
    expect(await test.ping(taskId)).toEqual(ended);
  });

  it('because nobody ran is failed by the first runner that comes, without another call', async () => {
    const { taskId } = await startPing(test.as(agent), ask());
    test.move(3_600_000);
    run(test.system);
    await untilFinal(taskId);
    expect(await test.ping(taskId)).toMatchObject({ state: 'failed', failure: { code: 'deadline' } });
    expect(test.wisphub.looks).toEqual([]);
  });

  it('because its turn never came is failed as not started', async () => {
    const { ping } = await storePing(test.store.db);
    test.move(3_600_000);
    run(test.system);
    await untilFinal(ping.id);
    expect((await test.ping(ping.id)).failure).toMatchObject({ source: 'deadline', code: 'queue_deadline' });
    expect(test.wisphub.launches).toEqual([]);
  });
});

describe('a step that throws', () => {
  const stumblesOf = async () => (await test.store.db.select().from(pings)).map((row) => row.stumbles);

  it('pushes the ping five seconds away, and the fifth in a row ends it as failed, internal', async () => {
    test.wisphub.script.read = () => {
      throw new Error('a surprise');
    };
    const { taskId } = await startPing(test.as(agent), ask());
    test.move(2000);
    const runner = run(test.system);
    for (let stumbles = 1; stumbles <= 4; stumbles += 1) {
      await until(async () => (await stumblesOf())[0] === stumbles, { what: `stumble ${stumbles}` });
      expect(await test.ping(taskId)).toMatchObject({
        state: 'running',
        dueAt: new Date(test.system.now().getTime() + 5000),
      });
      test.move(5001);
      runner.wake();
    }
    await untilFinal(taskId);
    expect(await test.ping(taskId)).toMatchObject({
      state: 'failed',
      verdict: null,
      failure: { source: 'internal', code: 'internal' },
    });
    expect(test.errors).toHaveLength(5);
    expect(test.wisphub.looks).toHaveLength(5);
  });

  it('does not keep the others from going on', async () => {
    test.wisphub.script.read = ({ serviceId, packets }) => {
      if (serviceId === 1) throw new Error('a surprise');
      return evidence(packetsOf(packets, packets));
    };
    const bad = await startPing(test.as(agent), ask({ serviceId: 1 }));
    const good = await startPing(test.as(agent), ask({ serviceId: 2 }));
    test.move(2000);
    run(test.system);
    await untilFinal(good.taskId);
    await until(async () => (await stumblesOf()).includes(1));
    expect(await stateOf(bad.taskId)).toBe('running');
  });

  it('and then works again is forgotten', async () => {
    let broken = true;
    test.wisphub.script.read = ({ packets }) => {
      if (broken) throw new Error('a surprise');
      return evidence(packetsOf(packets, packets));
    };
    const { taskId } = await startPing(test.as(agent), ask());
    test.move(2000);
    const runner = run(test.system);
    await until(async () => (await stumblesOf())[0] === 1);
    broken = false;
    test.move(5001);
    runner.wake();
    await untilFinal(taskId);
    expect(await test.ping(taskId)).toMatchObject({ state: 'finished', verdict: 'stable' });
    expect(await stumblesOf()).toEqual([0]);
  });
});

describe('stopping a runner', () => {
  it('claims nothing more, and what is under way is written before the shutdown goes on', async () => {
    let release = () => {};
    test.wisphub.script.launch = () =>
      new Promise((resolve) => (release = () => resolve(launched('task-1'))));
    const work = workInFlight();
    const { ping } = await storePing(test.store.db, { serviceId: 1 });
    const runner = startRunner({ ...test.system, track: work.track });
    await until(() => test.wisphub.launches.length === 1);
    await runner.stop();
    const later = await storePing(test.store.db, { serviceId: 2 });
    runner.wake();
    const settled = work.settle(5000);
    release();
    await settled;
    expect(await test.ping(ping.id)).toMatchObject({
      phase: 'read',
      upstreamTaskId: 'task-1',
      launches: 1,
      launchUncertain: false,
    });
    expect(await test.ping(later.ping.id)).toMatchObject({ phase: 'launch', launches: 0 });
    expect(test.wisphub.launches).toHaveLength(1);
    const [row] = await test.store.db
      .select()
      .from(pings)
      .where(sql`service_id = 1`);
    expect(row?.leaseUntil).toBeNull();
  });

  it('twice, or at once after its start, ends', async () => {
    const runner = startRunner(test.system);
    await Promise.all([runner.stop(), runner.stop()]);
    await runner.stop();
  });
});
