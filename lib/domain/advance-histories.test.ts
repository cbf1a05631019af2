import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after } from './after';
import { advance, intendLaunch, stop, withdrawLaunch, type Policy } from './advance';
import { roundExpiresAt } from './deadline';
import { failure } from './failure';
import type { Observation } from './observation';
import { countPackets, notMeasured } from './packet';
import { pingSchema, type Ping } from './ping';
import { atMs, lost, packetsOf, reply, testPing, testPolicy, testStart } from './test-ping';

const measured = fc
  .record({ sent: fc.integer({ min: 1, max: 25 }), received: fc.nat(25), unknown: fc.nat(3) })
  .map(({ sent, received, unknown }) => [
    ...packetsOf(sent, Math.min(sent, received)),
    ...Array.from({ length: unknown }, () => notMeasured),
  ]);

/** An observation; what it says of time is relative to the moment at which it is made. */
type Seen = (now: Date) => Observation;
const plain =
  (seen: Observation): Seen =>
  () =>
    seen;

const seen: fc.Arbitrary<Seen> = fc.oneof(
  fc.constantFrom<Seen>(
    plain({ kind: 'launched', taskId: 'task' }),
    plain({ kind: 'launch_refused', failure: failure('upstream', 'upstream_server') }),
    plain({ kind: 'launch_unknown' }),
    plain({ kind: 'no_room' }),
    plain({ kind: 'not_yet' }),
    plain({ kind: 'key_refused' }),
    plain({ kind: 'task_unknown' }),
    plain({ kind: 'task_failed', failure: failure('upstream', 'task_failed') }),
    plain({ kind: 'evidence', evidence: { kind: 'unmeasured', failure: failure('router', 'router_error') } }),
    plain({ kind: 'verdict', verdict: 'intermittent' }),
    plain({ kind: 'clock' }),
  ),
  measured.map((packets) => plain({ kind: 'evidence', evidence: { kind: 'packets', packets } })),
  fc
    .integer({ min: 1000, max: 400_000 })
    .map<Seen>((ms) => (now) => ({ kind: 'wait', until: after(now, ms) })),
);

const policy: fc.Arbitrary<Policy> = fc
  .constantFrom(1, 3, 10, 100)
  .map((packetsPerTask) => ({ ...testPolicy, packetsPerTask }));

const born = fc.record({
  policy,
  pings: fc.integer({ min: 1, max: 30 }),
  extend: fc.constantFrom('off', 'auto'),
  showsPackets: fc.boolean(),
});

/** The checks of the table `pings`, and what belongs to each state. */
function expectLegal(ping: Ping) {
  pingSchema.parse(ping);
  expect(ping.state === 'finished').toBe(ping.verdict !== null);
  expect(ping.state === 'finished').toBe(ping.certainty !== null && ping.rulesVersion !== null);
  expect(ping.state === 'failed').toBe(ping.failure !== null);
  expect(ping.state === 'running').toBe(ping.finishedAt === null);
  expect(ping.launches).toBeLessThanOrEqual(2);
  if (ping.launches === 2) expect(ping.launchUncertain).toBe(true);
  if (ping.verdict === null || ping.packets === null) return;
  const { sent, received } = countPackets(ping.packets);
  expect(sent).toBeGreaterThan(0);
  expect(ping.verdict === 'no_internet').toBe(received === 0);
}

describe('for any history', () => {
  it('observations in any order, phase and time leave a legal state, and a final ping stays what it is', () => {
    const history = fc.array(
      fc.tuple(seen, fc.integer({ min: 0, max: 90_000 }), fc.double({ min: 0, max: 1, noNaN: true })),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(born, history, ({ policy: rules, ...asked }, steps) => {
        let ping = testPing({ ...asked, policy: rules });
        let now = testStart;
        for (const [observe, ms, random] of steps) {
          now = after(now, ms);
          const next = advance(ping, observe(now), now, random, rules);
          expectLegal(next);
          if (ping.state !== 'running') expect(next).toBe(ping);
          if (next.state === 'running') {
            const latest = Math.max(now.getTime(), roundExpiresAt(next, rules.polling).getTime());
            expect(next.dueAt.getTime()).toBeLessThanOrEqual(latest);
          }
          ping = next;
        }
      }),
      { numRuns: 2000 },
    );
  });

  type Act = {
    launch: 'launched' | 'refused' | 'unknown' | 'withdrawn' | 'crash' | 'queued';
    read: Seen;
    stops: boolean;
    lateMs: number;
    random: number;
  };
  const act: fc.Arbitrary<Act> = fc.record({
    launch: fc.constantFrom(
      'launched',
      'launched',
      'launched',
      'refused',
      'unknown',
      'withdrawn',
      'crash',
      'queued',
    ),
    read: fc.oneof(
      { weight: 3, arbitrary: seen.filter((made) => !/^launch|clock/.test(made(testStart).kind)) },
      { weight: 2, arbitrary: fc.constant(plain({ kind: 'not_yet' })) },
    ),
    stops: fc.integer({ min: 0, max: 30 }).map((dice) => dice === 0),
    lateMs: fc.constantFrom(0, 0, 0, 700),
    random: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  /** One step of a runner, which is always there when the ping is due. Answers the state it would store. */
  function run(
    ping: Ping,
    { launch, read, random }: Act,
    now: Date,
    rules: Policy,
    launches: { sent: number },
  ): Ping {
    const timed = advance(ping, { kind: 'clock' }, now, random, rules);
    if (timed.state !== 'running') return timed;
    const see = (from: Ping, observation: Observation) => advance(from, observation, now, random, rules);
    if (ping.phase === 'read') return see(ping, read(now));
    if (ping.launches >= 2) return see(ping, { kind: 'launch_unknown' });
    const wait: Observation = { kind: 'wait', until: after(now, 1500) };
    if (launch === 'queued') return see(ping, wait);
    const sent = intendLaunch(ping);
    if (launch === 'withdrawn') return see(withdrawLaunch(sent, ping), wait);
    launches.sent += 1;
    if (launch === 'crash') return { ...sent, dueAt: after(now, 15_000) };
    if (launch === 'unknown') return see(sent, { kind: 'launch_unknown' });
    if (launch === 'refused')
      return see(sent, { kind: 'launch_refused', failure: failure('upstream', 'upstream_server') });
    return see(sent, { kind: 'launched', taskId: 'task' });
  }

  it('a runner that is there when the ping is due ends it by its deadline, with at most two launches a round, the second flagged', () => {
    fc.assert(
      fc.property(
        born,
        fc.array(act, { minLength: 1, maxLength: 40 }),
        ({ policy: rules, ...asked }, acts) => {
          let ping = testPing({ ...asked, policy: rules });
          let now = testStart;
          let launches = { sent: 0 };
          for (let index = 0; ping.state === 'running'; index += 1) {
            expect(index).toBeLessThan(3000);
            const chosen = acts[index % acts.length];
            if (chosen === undefined) return;
            now = new Date(Math.max(now.getTime(), ping.dueAt.getTime()) + chosen.lateMs);
            const before: Ping = chosen.stops ? stop(ping, now, rules) : ping;
            const next: Ping =
              before.state === 'running' ? run(before, chosen, now, rules, launches) : before;
            expectLegal(next);
            expect(launches.sent).toBeLessThanOrEqual(2);
            if (launches.sent === 2) expect(next.launchUncertain).toBe(true);
            if (next.round > ping.round) launches = { sent: 0 };
            ping = next;
          }
          // A crash is found when its lease ends, and a step may come late; nothing else outlives the deadline.
          expect(ping.finishedAt?.getTime()).toBeLessThanOrEqual(ping.deadlineAt.getTime() + 15_000 + 700);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('a ping of which nothing was measured is never no_internet', () => {
    const teachesNothing = seen.filter((made) => {
      const observation = made(testStart);
      return (
        observation.kind !== 'verdict' &&
        !(observation.kind === 'evidence' && observation.evidence.kind === 'packets')
      );
    });
    fc.assert(
      fc.property(
        born,
        fc.array(fc.tuple(teachesNothing, fc.nat(90_000)), { maxLength: 40 }),
        (asked, steps) => {
          let ping = testPing(asked);
          let now = testStart;
          for (const [observe, ms] of steps) {
            now = after(now, ms);
            ping = advance(ping, observe(now), now, 0.5, asked.policy);
            expect(ping.verdict).toBeNull();
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('packets are never invented: what is stored was seen, or is marked as not measured', () => {
    const host = '10.20.30.77';
    const lists = fc.array(
      fc.array(fc.constantFrom(reply({ host }), lost('timeout', host)), { minLength: 1, maxLength: 10 }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(born, lists, ({ policy: rules, ...asked }, rounds) => {
        let ping = testPing({ ...asked, showsPackets: true, policy: rules });
        for (const [index, packets] of rounds.entries()) {
          const now = atMs(index * 5000);
          ping = advance(intendLaunch(ping), { kind: 'launched', taskId: 't' }, now, 0.5, rules);
          const evidence = { kind: 'packets' as const, packets };
          ping = advance(ping, { kind: 'evidence', evidence }, now, 0.5, rules);
          if (ping.state !== 'running') break;
        }
        const seenPackets = (ping.packets ?? []).filter((packet) => packet.status !== 'not_measured');
        expect(seenPackets).toEqual(
          rounds.slice(0, ping.state === 'running' ? ping.round - 1 : ping.round).flat(),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
