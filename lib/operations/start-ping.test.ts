import { noOrigin } from '@/lib/domain/audit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { selectRequesters } from '@/lib/db/ping-requests';
import { getRunningPing } from '@/lib/db/pings';
import { idempotencyKeys, launchTurns, pingRequests, pings } from '@/lib/db/schema';
import { upsertServices } from '@/lib/db/services';
import { spend } from '@/lib/db/upstream-budget';
import { APP_ERRORS } from '@/lib/domain/app-error';
import { failure, type FailureCode } from '@/lib/domain/failure';
import type { Ping } from '@/lib/domain/ping';
import { toPingDetails } from '@/lib/domain/ping-details';
import { atMs, testService, testStart } from '@/lib/domain/test-ping';
import { UPSTREAM_KINDS } from '@/lib/domain/upstream-budget';
import { workInFlight } from '@/lib/work-in-flight';
import { startPing, startPingInput } from './start-ping';
import { launched } from './test-gateway';
import { person, program, refusal, testLimits, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const agent = person('agent');
const admin = person('admin');
const bot = program('ping:write', 'ping:read');
const ask = (input: Record<string, unknown> = {}) =>
  startPingInput.parse({ serviceId: testService.serviceId, pings: 4, ...input });

async function counts() {
  const { db } = test.store;
  return {
    pings: await db.$count(pings),
    requests: await db.$count(pingRequests),
    keys: await db.$count(idempotencyKeys),
  };
}
const nothing = { pings: 0, requests: 0, keys: 0 };

async function onlyPing(): Promise<Ping> {
  const rows = await test.store.db.select({ id: pings.id }).from(pings);
  expect(rows).toHaveLength(1);
  return test.ping(rows[0]?.id ?? '');
}

describe('a ping that is started', () => {
  it('is committed with its intent, its deadline and who asked before the call upstream', async () => {
    const seen: (Ping | null)[] = [];
    let requests = 0;
    const other = test.store.anotherPool();
    test.wisphub.script.launch = async ({ serviceId }) => {
      seen.push(await getRunningPing(other, serviceId));
      requests = await other.$count(pingRequests);
      return launched('task-1');
    };
    const { taskId } = await startPing(test.as(agent), ask({ reason: 'slow' }));
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ id: taskId, phase: 'launch', launches: 1, launchUncertain: false });
    expect(seen[0]?.deadlineAt).toEqual(atMs(120_000));
    expect(requests).toBe(1);
    expect(await test.ping(taskId)).toMatchObject({
      phase: 'read',
      upstreamTaskId: 'task-1',
      launchedAt: testStart,
      dueAt: atMs(2000),
      source: 'desk',
      reason: 'slow',
    });
  });

  it('is from the api when a token asks', async () => {
    const { taskId } = await startPing(test.as(bot), ask());
    expect((await test.ping(taskId)).source).toBe('api');
  });

  it('is joined by a second request: one ping with two requesters and one launch, its own number stands', async () => {
    const first = await startPing(test.as(agent), ask({ pings: 4, reason: 'drops' }));
    test.move(1000);
    const second = await startPing(test.as(bot), ask({ pings: 50 }));
    expect(second).toEqual(first);
    expect(test.wisphub.launches).toEqual([{ serviceId: testService.serviceId, packets: 4 }]);
    expect((await test.ping(first.taskId)).requested).toBe(4);
    const requesters = (await selectRequesters(test.store.db, [first.taskId])).get(first.taskId);
    expect(requesters?.map(({ kind, id, reason, requestedAt }) => [kind, id, reason, requestedAt])).toEqual([
      ['user', agent.id, 'drops', testStart],
      ['token', bot.id, null, atMs(1000)],
    ]);
  });

  it('asked for a hundred times at once over three instances is one running ping, one launch and one id', async () => {
    const instances = ['one', 'two', 'three'].map((name) => test.anotherInstance(name));
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => {
        const instance = instances[index % instances.length] ?? test.system;
        return startPing({ ...instance, actor: index % 2 === 0 ? agent : bot, origin: noOrigin }, ask());
      }),
    );
    expect(answers).toHaveLength(100);
    expect(new Set(answers.map(({ taskId }) => taskId)).size).toBe(1);
    expect(await counts()).toEqual({ pings: 1, requests: 100, keys: 0 });
    expect((await onlyPing()).state).toBe('running');
    expect(test.wisphub.launches).toHaveLength(1);
  });

  it('is a new one once the ping before it has ended', async () => {
    const first = await startPing(test.as(agent), ask());
    await test.carry(first.taskId);
    const second = await startPing(test.as(agent), ask());
    expect(second.taskId).not.toBe(first.taskId);
    expect(test.wisphub.launches).toHaveLength(2);
  });

  it('keeps what the directory said at its launch, even when the record changes afterwards', async () => {
    await upsertServices(test.store.db, [testService], testStart);
    const { taskId } = await startPing(test.as(agent), ask());
    const changed = {
      ...testService,
      ip: '10.99.99.99',
      status: 'Suspendido',
      zone: { id: 32, name: 'Zona Sur' },
      plan: null,
    };
    await upsertServices(test.store.db, [changed], atMs(500));
    const ended = await test.carry(taskId);
    expect(ended.state).toBe('finished');
    expect(ended.frozen).toEqual({
      zone: { id: 31, name: 'Zona Norte' },
      router: { id: 77, name: 'Nodo Norte' },
      sector: null,
      plan: { id: 501, name: 'Plan Demo 20M' },
      status: 'Activo',
      ip: '10.20.30.40',
    });
  });

  it('notes when another service holds the same address', async () => {
    await upsertServices(test.store.db, [testService, { ...testService, serviceId: 1043 }], testStart);
    const { taskId } = await startPing(test.as(agent), ask());
    const ended = await test.carry(taskId);
    expect(ended.ipShared).toBe(true);
    expect(ended.certainty?.reasons[0]).toBe('shared_ip');
  });

  it('needs no record: an id typed by hand is enough', async () => {
    const { taskId } = await startPing(test.as(agent), ask({ serviceId: 987_654 }));
    expect((await test.ping(taskId)).frozen.ip).toBeNull();
    expect(test.wisphub.launches).toEqual([{ serviceId: 987_654, packets: 4 }]);
  });
});

describe('a ping that cannot be', () => {
  it('of a service without an IP address is a conflict, without a row and without a launch', async () => {
    await upsertServices(test.store.db, [{ ...testService, ip: null }], testStart);
    const { code } = await refusal(startPing(test.as(agent), ask({ idempotencyKey: 'k' })));
    expect(code).toBe('service_without_ip');
    expect(APP_ERRORS[code].status).toBe(409);
    expect(await counts()).toEqual(nothing);
    expect(test.wisphub.launches).toEqual([]);
  });

  it('of a service that WispHub does not know is refused, and its row says that the customer is unknown', async () => {
    const why = failure('customer_unknown', 'service_unknown');
    test.wisphub.script.launch = () => ({ kind: 'refused', failure: why });
    const { code } = await refusal(startPing(test.as(agent), ask()));
    expect(code).toBe('service_unknown');
    expect(APP_ERRORS[code].status).toBe(404);
    expect(await onlyPing()).toMatchObject({ state: 'failed', verdict: null, failure: why });
  });

  it.each([
    'upstream_network',
    'upstream_timeout',
    'upstream_html',
    'upstream_bad_json',
    'upstream_bad_shape',
    'upstream_auth',
    'upstream_rejected',
    'upstream_server',
    'upstream_too_large',
    'upstream_ping_failed',
  ] satisfies FailureCode[])(
    'refused with %s answers 502 with that code, and its row is failed',
    async (why) => {
      test.wisphub.script.launch = () => ({ kind: 'refused', failure: failure('upstream', why) });
      const { code, message } = await refusal(startPing(test.as(agent), ask()));
      expect(code).toBe(why);
      expect(APP_ERRORS[code]).toEqual({ status: 502, action: 'ping_failed' });
      expect(message).toBe(failure('upstream', why).message);
      const row = await onlyPing();
      expect(row).toMatchObject({
        state: 'failed',
        verdict: null,
        failure: { source: 'upstream', code: why },
      });
      expect(await test.step()).toBe(0);
      expect(test.wisphub.launches).toHaveLength(1);
    },
  );

  it.each([
    ['a person, where the operator has it so', agent, 'refuse'],
    ['a program in any case', program('ping:write'), 'keep'],
  ] as const)('while WispHub is paused refuses %s, without a row', async (_, actor, whileDown) => {
    test.wisphub.script.paused = true;
    const ctx = test.as(actor, { whileDown });
    const { code, details } = await refusal(startPing(ctx, ask({ idempotencyKey: 'k' })));
    expect([code, APP_ERRORS[code].status]).toEqual(['upstream_unavailable', 503]);
    expect(details.retryAfterSeconds).toBeGreaterThan(0);
    expect(await counts()).toEqual(nothing);
    expect(test.wisphub.launches).toEqual([]);
  });

  it('while the server shuts down is refused, without a row', async () => {
    const work = workInFlight();
    work.drain();
    const ctx = test.as(agent, { isDraining: work.isDraining });
    expect((await refusal(startPing(ctx, ask()))).code).toBe('restarting');
    expect(await counts()).toEqual(nothing);
  });

  it('beyond the limit of an actor is refused for that actor alone, until a minute has passed', async () => {
    const limits = { ...testLimits, launchesPerMinute: 3 };
    const ctx = test.as(agent, { limits });
    for (const serviceId of [1, 2, 2]) await startPing(ctx, ask({ serviceId }));
    const { code, details } = await refusal(startPing(ctx, ask({ serviceId: 3 })));
    expect([code, APP_ERRORS[code].status]).toEqual(['rate_limited', 429]);
    expect(details.retryAfterSeconds).toBeGreaterThan(0);
    expect(await getRunningPing(test.store.db, 3)).toBeNull();
    await startPing(test.as(admin, { limits }), ask({ serviceId: 4 }));
    test.move(60_001);
    await startPing(ctx, ask({ serviceId: 5 }));
  });
});

describe('a full queue', () => {
  const turns = async () =>
    (await test.store.db.select().from(launchTurns)).map(({ routerKey, nextAt }) => [routerKey, nextAt]);

  it('of one router refuses the ping whose turn would come too late, and leaves nothing of it', async () => {
    const limits = { ...testLimits, launchSpacingMs: 45_000 };
    await startPing(test.as(agent, { limits }), ask({ serviceId: 1 }));
    await startPing(test.as(agent, { limits }), ask({ serviceId: 2 }));
    const before = [await counts(), await turns()];
    const late = startPing(test.as(agent, { limits }), ask({ serviceId: 3, idempotencyKey: 'k' }));
    const { code, details } = await refusal(late);
    expect([code, APP_ERRORS[code].status]).toEqual(['queue_full', 503]);
    expect(details.retryAfterSeconds).toBeGreaterThan(0);
    expect([await counts(), await turns()]).toEqual(before);
    expect(await getRunningPing(test.store.db, 3)).toBeNull();
  });

  it('over all routers refuses, so that the launches accepted can still be made in time', async () => {
    const limits = { ...testLimits, ratePerMinute: 10, launchSpacingMs: 20_000 };
    const router = (id: number) => ({ id, name: `R${id}`, outage: false, outageNote: null });
    const records = Array.from({ length: 24 }, (_, index) => ({
      ...testService,
      serviceId: index + 1,
      router: router(index % 12),
    }));
    await upsertServices(test.store.db, records, testStart);
    // The first twelve have their turn at once, the second twelve wait for theirs.
    const outcomes: string[] = [];
    for (const { serviceId } of records) {
      const outcome = startPing(test.as(agent, { limits }), ask({ serviceId }));
      outcomes.push(
        await outcome.then(
          () => 'accepted',
          (error: { code: string }) => error.code,
        ),
      );
    }
    // Six launches fit into the minute, and six may wait.
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(12);
    expect(new Set(outcomes.slice(12))).toEqual(new Set(['queue_full']));
    expect(await counts()).toEqual({ pings: 12, requests: 12, keys: 0 });
    expect(test.wisphub.launches).toHaveLength(6);
  });
});

describe('the turn of a launch', () => {
  it('that is far away is left to the runner, and the caller has its answer at once', async () => {
    const limits = { ...testLimits, launchSpacingMs: 10_000 };
    await startPing(test.as(agent, { limits }), ask({ serviceId: 1 }));
    const { taskId } = await startPing(test.as(agent, { limits }), ask({ serviceId: 2 }));
    expect(test.wisphub.launches).toHaveLength(1);
    expect(await test.ping(taskId)).toMatchObject({ phase: 'launch', launches: 0, dueAt: atMs(10_000) });
    test.move(9_999);
    await test.step();
    expect(test.wisphub.launches).toHaveLength(1);
    test.move(1);
    await test.step();
    expect(test.wisphub.launches).toHaveLength(2);
    expect(await test.ping(taskId)).toMatchObject({ phase: 'read', launchUncertain: false });
  });

  it('is one for each router, and services whose router is unknown share one', async () => {
    const limits = { ...testLimits, launchSpacingMs: 10_000 };
    const elsewhere = { ...testService, serviceId: 7, router: { ...testService.router, id: 78 } };
    const router = { id: 78, name: 'Nodo Sur', outage: false, outageNote: null };
    await upsertServices(test.store.db, [testService, { ...elsewhere, router }], testStart);
    for (const serviceId of [1042, 7, 100, 101])
      await startPing(test.as(agent, { limits }), ask({ serviceId }));
    expect(test.wisphub.launches.map(({ serviceId }) => serviceId)).toEqual([1042, 7, 100]);
    const turns = await test.store.db.select().from(launchTurns);
    expect(turns.map(({ routerKey }) => routerKey).sort()).toEqual(['77', '78', 'unknown']);
  });
});

describe('an Idempotency-Key', () => {
  it('with the same body answers the same ping, also after it has ended, and launches nothing', async () => {
    const input = ask({ idempotencyKey: 'call-1' });
    const first = await startPing(test.as(bot), input);
    expect(await startPing(test.as(bot), input)).toEqual(first);
    await test.carry(first.taskId);
    expect(await startPing(test.as(bot), input)).toEqual(first);
    expect(test.wisphub.launches).toHaveLength(1);
    expect(await counts()).toEqual({ pings: 1, requests: 1, keys: 1 });
  });

  it('with the same body answers the same refusal', async () => {
    const why = failure('customer_unknown', 'service_unknown');
    test.wisphub.script.launch = () => ({ kind: 'refused', failure: why });
    const input = ask({ idempotencyKey: 'call-1' });
    const first = await refusal(startPing(test.as(bot), input));
    expect(await refusal(startPing(test.as(bot), input))).toEqual(first);
    expect(test.wisphub.launches).toHaveLength(1);
  });

  it.each([{ serviceId: 2 }, { pings: 5 }, { reason: 'slow' }, { extend: 'auto' }])(
    'with another body (%j) is a conflict and starts nothing',
    async (change) => {
      await startPing(test.as(bot), ask({ idempotencyKey: 'call-1' }));
      const { code } = await refusal(startPing(test.as(bot), ask({ idempotencyKey: 'call-1', ...change })));
      expect([code, APP_ERRORS[code].status]).toEqual(['idempotency_conflict', 422]);
      expect(await counts()).toEqual({ pings: 1, requests: 1, keys: 1 });
      expect(test.wisphub.launches).toHaveLength(1);
    },
  );

  it('sent many times at once, for a service that joins nothing else, is one ping', async () => {
    const input = ask({ idempotencyKey: 'call-1' });
    const instances = [test.anotherInstance('one'), test.anotherInstance('two')];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        startPing({ ...(instances[index % 2] ?? test.system), actor: bot, origin: noOrigin }, input),
      ),
    );
    expect(new Set(answers.map(({ taskId }) => taskId)).size).toBe(1);
    expect(await counts()).toEqual({ pings: 1, requests: 1, keys: 1 });
    expect(test.wisphub.launches).toHaveLength(1);
  });

  it('is its own for each actor', async () => {
    const first = await startPing(test.as(bot), ask({ serviceId: 1, idempotencyKey: 'call-1' }));
    const second = await startPing(test.as(agent), ask({ serviceId: 2, idempotencyKey: 'call-1' }));
    expect(second.taskId).not.toBe(first.taskId);
  });

  it('is forgotten after a day by the next key of the same actor', async () => {
    await startPing(test.as(bot), ask({ serviceId: 1, idempotencyKey: 'old' }));
    test.move(24 * 3_600_000 + 1);
    await startPing(test.as(bot), ask({ serviceId: 2, idempotencyKey: 'new' }));
    expect((await test.store.db.select().from(idempotencyKeys)).map(({ key }) => key)).toEqual(['new']);
  });
});

describe('a launch that does not come back', () => {
  afterEach(() => vi.useRealTimers());

  it('is answered with the id after ten seconds, and its late outcome still counts', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let release: (taskId: string) => void = () => {};
    const called = new Promise<void>((resolve) => {
      test.wisphub.script.launch = () => {
        resolve();
        return new Promise((answer) => {
          release = (taskId) => answer(launched(taskId));
        });
      };
    });
    const work = workInFlight();
    let answered = false;
    const asked = startPing(test.as(agent, { track: work.track }), ask()).finally(() => {
      answered = true;
    });
    await called;
    vi.advanceTimersByTime(9_999);
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    vi.advanceTimersByTime(1);
    const { taskId } = await asked;
    expect(await test.ping(taskId)).toMatchObject({ state: 'running', phase: 'launch', launches: 1 });
    vi.useRealTimers();
    release('task-late');
    await work.settle(5000);
    expect(await test.ping(taskId)).toMatchObject({ phase: 'read', upstreamTaskId: 'task-late' });
  });

  it('for want of the database leaves an accepted ping to the runner', async () => {
    test.wisphub.script.launch = () => {
      throw new Error('the outcome is lost');
    };
    const { taskId } = await startPing(test.as(agent), ask());
    expect(test.errors).toHaveLength(1);
    expect(await test.ping(taskId)).toMatchObject({ state: 'running', launches: 1 });
  });
});

describe('an upstream that is busy or away at the launch', () => {
  it('asks for silence: nothing of any kind is sent until then, and the launch that follows is not uncertain', async () => {
    test.wisphub.script.launch = (_launch, count) =>
      count === 1 ? { kind: 'slow_down', retryAfterMs: 20_000 } : launched('task-2');
    const { taskId } = await startPing(test.as(agent), ask());
    expect(await test.ping(taskId)).toMatchObject({ state: 'running', launches: 0, dueAt: atMs(20_000) });
    test.move(19_999);
    for (const kind of UPSTREAM_KINDS) {
      expect((await spend(test.store.db, kind, test.system.now, 1000)).granted).toBe(false);
    }
    await startPing(test.as(agent), ask({ serviceId: 2 }));
    expect(test.wisphub.launches).toHaveLength(1);
    const ended = await test.carry(taskId);
    expect(ended).toMatchObject({ state: 'finished', verdict: 'stable', launchUncertain: false });
    expect(test.wisphub.launches.map(({ serviceId }) => serviceId).sort()).toEqual([1042, 1042, 2]);
  });

  it('is unavailable: nothing was started, and the launch that follows is not uncertain', async () => {
    test.wisphub.script.launch = (_launch, count) =>
      count <= 3 ? { kind: 'unavailable', retryAfterMs: 5000 } : launched('task-4');
    const { taskId } = await startPing(test.as(agent), ask());
    const ended = await test.carry(taskId);
    expect(ended).toMatchObject({ state: 'finished', launchUncertain: false });
    expect(test.wisphub.launches).toHaveLength(4);
  });
});

describe('an upstream that judges by itself', () => {
  let judging: TestSystem;
  beforeAll(async () => {
    judging = await testSystem({ showsPackets: false });
  });
  afterAll(() => judging.close());

  it('gets one task with all packets, is never extended, and its badge is hollow', async () => {
    judging.wisphub.script.read = () => ({ kind: 'verdict', verdict: 'intermittent', body: '{}' });
    const { taskId } = await startPing(judging.as(agent), ask({ pings: 45, extend: 'auto' }));
    const ended = await judging.carry(taskId);
    expect(judging.wisphub.launches).toEqual([{ serviceId: testService.serviceId, packets: 45 }]);
    expect(ended).toMatchObject({
      state: 'finished',
      verdict: 'intermittent',
      certainty: { level: 'hollow', reasons: ['no_packet_details'] },
      packets: null,
      round: 1,
    });
    const details = toPingDetails({ ping: ended, requesters: [], serviceName: null }, testStart);
    expect(details).toMatchObject({ sent: null, received: null, loss_percent: null, replies: [] });
  });
});
