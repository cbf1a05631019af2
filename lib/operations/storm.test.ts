import { gt, isNull, or } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nextClaimAt } from '@/lib/db/pings';
import { pings } from '@/lib/db/schema';
import { isFinal, type Ping } from '@/lib/domain/ping';
import { toPingDetails } from '@/lib/domain/ping-details';
import { packetsOf } from '@/lib/domain/test-ping';
import type { Actor } from '@/lib/domain/role';
import { readPingView } from './read-ping-view';
import { startPing, startPingInput } from './start-ping';
import { evidence } from './test-gateway';
import { person, testLimits, testSystem, type TestSystem } from './test-system';

let test: TestSystem;
beforeAll(async () => {
  test = await testSystem();
});
beforeEach(async () => {
  await test.reset();
  // A line that is silent takes WispHub two looks.
  test.wisphub.script.read = ({ packets }, count) =>
    count < 2 ? { kind: 'not_yet' } : evidence(packetsOf(packets, 0));
});
afterAll(() => test.close());

const agents: Actor[] = Array.from({ length: 8 }, (_, index) => ({
  ...person('agent'),
  id: `00000000-0000-4000-8000-0000000001${index.toString().padStart(2, '0')}`,
}));

const ask = (serviceId: number) => startPingInput.parse({ serviceId, pings: 4, extend: 'auto' });

async function start(actor: Actor, serviceId: number, limits: Partial<typeof testLimits>): Promise<string> {
  const ctx = test.as(actor, { limits: { ...testLimits, ...limits } });
  return (await startPing(ctx, ask(serviceId))).taskId;
}

/** The clock goes to the next moment at which something is due, within these milliseconds, and that is done. */
async function goOn(limits: Partial<typeof testLimits>, { least = 1, most = Infinity } = {}): Promise<void> {
  const next = await nextClaimAt(test.store.db);
  const waitMs = next === null ? most : next.getTime() - test.system.now().getTime() + 1;
  test.move(Math.min(Math.max(least, waitMs), most));
  await test.step({ ...test.system, limits: { ...testLimits, ...limits } });
}

const isSkipped = (ping: Ping) => ping.certainty?.reasons.includes('extension_skipped') ?? false;

/** How long an agent speaks with a customer after an answer, before the next call. */
const TALK_MS = 10_000;

/** The pings that run, or whose customer is still on the phone. */
async function inConversation(): Promise<Set<string>> {
  const since = new Date(test.system.now().getTime() - TALK_MS);
  const isOn = or(isNull(pings.finishedAt), gt(pings.finishedAt, since));
  const rows = await test.store.db.select({ id: pings.id }).from(pings).where(isOn);
  return new Set(rows.map(({ id }) => id));
}

describe('a storm: eight agents ask at once, and most lines are silent', () => {
  it('at one router shows each its place and its seconds, and nobody confirms before all have an answer', async () => {
    const limits = { launchSpacingMs: 6000 };
    const ids: string[] = [];
    for (const [index, agent] of agents.entries()) ids.push(await start(agent, index + 1, limits));
    const shown = await Promise.all(
      ids.map(async (taskId) =>
        toPingDetails(await readPingView(test.as(person('agent')), { taskId }), test.system.now()),
      ),
    );
    const seconds = shown.map(
      ({ next_poll_at }) => (Date.parse(next_poll_at ?? '') - test.system.now().getTime()) / 1000,
    );
    expect(shown.slice(1).map(({ progress }) => [progress?.phase, progress?.place])).toEqual(
      Array.from({ length: 7 }, (_, index) => ['queued', index + 1]),
    );
    expect(seconds.slice(1)).toEqual([6, 12, 18, 24, 30, 36, 42]);

    const haveEnded = async () => (await Promise.all(ids.map(test.ping))).every(isFinal);
    while (!(await haveEnded())) await goOn(limits);
    const ended = await Promise.all(ids.map(test.ping));
    expect(ended.map(({ state, verdict }) => [state, verdict])).toEqual(
      ids.map(() => ['finished', 'no_internet']),
    );
    const firsts = test.wisphub.launches.map(({ packets }) => packets);
    expect(firsts.slice(0, 8), 'the first answers of all come first').toEqual(Array(8).fill(4));
    expect(ended.filter(isSkipped).length, 'and most go without a confirmation').toBeGreaterThanOrEqual(6);
  });

  it('in a budget that is too small for all of it loses the confirmations first, and no answer', async () => {
    const limits = { ratePerMinute: 100 };
    const asked: string[] = [];
    const current = new Map<Actor, string>();
    const begun = test.system.now().getTime();
    while (test.system.now().getTime() - begun < 120_000) {
      const busy = await inConversation();
      for (const agent of agents) {
        if (busy.has(current.get(agent) ?? '')) continue;
        const taskId = await start(agent, asked.length + 1, limits);
        asked.push(taskId);
        current.set(agent, taskId);
      }
      await goOn(limits, { least: 400, most: 1000 });
    }
    const ended = (await Promise.all(asked.map(test.ping))).filter(isFinal);
    expect(ended.length).toBeGreaterThan(30);
    expect(
      ended.filter(({ state }) => state === 'failed'),
      'nobody goes without an answer',
    ).toEqual([]);
    expect(ended.filter(isSkipped).length / ended.length).toBeGreaterThan(0.5);
    const waits = ended.map(
      ({ finishedAt, createdAt }) => (finishedAt?.getTime() ?? 0) - createdAt.getTime(),
    );
    waits.sort((one, other) => one - other);
    expect(waits[Math.floor(waits.length / 2)], 'half of all are answered as ever').toBeLessThan(10_000);
    expect(Math.max(...waits), 'and nobody waits longer than half a minute').toBeLessThan(30_000);
  });
});
