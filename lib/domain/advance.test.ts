import { describe, expect, it } from 'vitest';
import { advance, intendLaunch, stop, withdrawLaunch, type Policy } from './advance';
import { launchBy, roundExpiresAt } from './deadline';
import { readEvidence } from './evidence';
import { failure } from './failure';
import type { Observation } from './observation';
import { countPackets, notMeasured, type Packet } from './packet';
import type { Ping } from './ping';
import { taskTimesOf } from './task-times';
import { atMs, lost, packetsOf, reply, testPing, testPolicy } from './test-ping';

const MINUTE = 60_000;

const step = (ping: Ping, seen: Observation, ms: number, policy: Policy = testPolicy) =>
  advance(ping, seen, atMs(ms), 0.5, policy);

const evidence = (packets: Packet[]): Observation => ({
  kind: 'evidence',
  evidence: { kind: 'packets', packets },
});
const unmeasured: Observation = { kind: 'evidence', evidence: readEvidence('no such command') };
const refused: Observation = { kind: 'launch_refused', failure: failure('upstream', 'upstream_server') };
const taskFailed: Observation = { kind: 'task_failed', failure: failure('upstream', 'task_failed') };
const clock: Observation = { kind: 'clock' };
const notYet: Observation = { kind: 'not_yet' };

/** The round under way launched at that moment, with its intent committed first. */
const launched = (ping: Ping, ms: number, policy: Policy = testPolicy) =>
  step(intendLaunch(ping), { kind: 'launched', taskId: `task-${ping.round}` }, ms, policy);

/** A ping of which the first round brought these packets. */
const afterRound = (ping: Ping, packets: Packet[], ms: number, policy: Policy = testPolicy) =>
  step(launched(ping, ms, policy), evidence(packets), ms + 4000, policy);

const everyObservation: Observation[] = [
  { kind: 'launched', taskId: 'another' },
  refused,
  { kind: 'launch_unknown' },
  { kind: 'wait', until: atMs(5000) },
  notYet,
  { kind: 'key_refused' },
  { kind: 'task_unknown' },
  taskFailed,
  evidence(packetsOf(4, 4)),
  unmeasured,
  { kind: 'verdict', verdict: 'no_internet' },
  clock,
];

describe('the looks at a task', () => {
  const looked = (ping: Ping, ms: number) => step(ping, { kind: 'not_yet', askedAt: atMs(ms) }, ms + 300);

  it('remember when it was last asked for and unfinished; one that taught nothing leaves that as it was', () => {
    const ping = looked(launched(testPing(), 0), 2000);
    expect(ping.unfinishedAt).toEqual(atMs(2000));
    expect(step(ping, notYet, 5000).unfinishedAt).toEqual(atMs(2000));
    expect(looked(ping, 6000).unfinishedAt).toEqual(atMs(6000));
  });

  it('of the next round know nothing of the one before', () => {
    const ping = looked(launched(testPing({ pings: 20 }), 0), 2000);
    const next = step(ping, evidence(packetsOf(10, 10)), 9000);
    expect(next).toMatchObject({ round: 2, unfinishedAt: null });
    expect(launched(next, 9500).unfinishedAt).toBeNull();
  });

  it('come when such tasks have usually ended, where that is known', () => {
    const seen = Array.from({ length: 40 }, () => ({ afterMs: 8500, byMs: 8700 }));
    const policy: Policy = { ...testPolicy, times: taskTimesOf({ own: seen, all: seen, around: [] }, 50) };
    const ping = step(testPing(), { kind: 'launched', taskId: 'task-1' }, 100, policy);
    const waited = ping.dueAt.getTime() - atMs(100).getTime();
    expect(waited).toBeGreaterThanOrEqual(8600);
    expect(waited).toBeLessThan(9200);
  });
});

describe('a ping from its launch to its end', () => {
  it('a launched ping is read, first after 2 s', () => {
    const ping = launched(testPing(), 100);
    expect(ping).toMatchObject({
      state: 'running',
      phase: 'read',
      upstreamTaskId: 'task-1',
      launchedAt: atMs(100),
      dueAt: atMs(2100),
      launches: 1,
      launchUncertain: false,
      looks: 0,
    });
  });

  it('evidence finishes it with a verdict, its certainty and the rules that judged it', () => {
    expect(afterRound(testPing(), packetsOf(4, 4), 0)).toMatchObject({
      state: 'finished',
      verdict: 'stable',
      certainty: { level: 'hollow', reasons: ['few_packets'] },
      rulesVersion: 1,
      failure: null,
      packets: packetsOf(4, 4),
      finishedAt: atMs(4000),
    });
  });

  it('silence finishes it as no_internet', () => {
    expect(afterRound(testPing(), packetsOf(4, 0), 0)).toMatchObject({
      state: 'finished',
      verdict: 'no_internet',
    });
  });

  it('router error texts fail it: could not measure is never no_internet', () => {
    const ping = step(launched(testPing(), 0), unmeasured, 3000);
    expect(ping).toMatchObject({
      state: 'failed',
      verdict: null,
      failure: { source: 'router', code: 'router_error' },
    });
  });

  it('an upstream that judges by itself finishes it without packets, hollow', () => {
    const ping = step(
      launched(testPing({ pings: 50, showsPackets: false }), 0),
      { kind: 'verdict', verdict: 'stable' },
      9000,
    );
    expect(ping).toMatchObject({
      state: 'finished',
      verdict: 'stable',
      certainty: { level: 'hollow', reasons: ['no_packet_details'] },
      packets: null,
      rulesVersion: 1,
    });
  });

  it.each([
    ['a refused launch', refused, 'upstream_server'],
    ['a failed task', taskFailed, 'task_failed'],
  ] as const)('%s fails it with its own failure', (_, seen, code) => {
    expect(step(intendLaunch(testPing()), seen, 100)).toMatchObject({
      state: 'failed',
      failure: { code },
      finishedAt: atMs(100),
    });
  });

  it('a list shorter than the request leaves packets that were not measured, and the badge hollow', () => {
    const ping = afterRound(testPing({ pings: 10 }), packetsOf(7, 7), 0);
    expect(ping.packets?.slice(7)).toEqual([notMeasured, notMeasured, notMeasured]);
    expect(ping).toMatchObject({
      verdict: 'stable',
      certainty: { reasons: ['partly_not_measured', 'few_packets'] },
    });
  });

  it('a list longer than the request is kept whole', () => {
    expect(afterRound(testPing(), packetsOf(6, 6), 0)).toMatchObject({
      state: 'finished',
      packets: packetsOf(6, 6),
    });
  });
});

describe('a final ping', () => {
  const finals = [
    afterRound(testPing(), packetsOf(4, 4), 0),
    afterRound(testPing(), packetsOf(4, 0), 0),
    step(intendLaunch(testPing()), refused, 100),
    step(launched(testPing(), 0), clock, 10 * MINUTE),
  ];

  it('never changes, whatever is seen and however late', () => {
    for (const final of finals) {
      expect(final.state).not.toBe('running');
      for (const seen of everyObservation) {
        for (const ms of [0, 5000, 100 * MINUTE]) expect(step(final, seen, ms)).toBe(final);
      }
      expect(stop(final, atMs(9000), testPolicy)).toBe(final);
    }
  });

  it('SUCCESS followed by PENDING, or by another result, leaves the first result', () => {
    const final = afterRound(testPing(), packetsOf(4, 4), 0);
    expect(step(step(final, notYet, 5000), evidence(packetsOf(4, 0)), 6000)).toBe(final);
  });
});

describe('every observation in every phase', () => {
  const phases: [string, Ping][] = [
    ['waiting for its launch', testPing()],
    ['launching', intendLaunch(testPing())],
    ['launching again', intendLaunch(intendLaunch(testPing()))],
    ['waiting for its result', launched(testPing(), 0)],
    ['launching a later round', afterRound(testPing({ pings: 25 }), packetsOf(10, 10), 0)],
    [
      'waiting for the result of a later round',
      launched(afterRound(testPing({ pings: 25 }), packetsOf(10, 10), 0), 5000),
    ],
  ];

  it.each(phases)('%s: leaves the ping running with a next step, or final with a whole end', (_, ping) => {
    expect(ping.state).toBe('running');
    for (const seen of everyObservation) {
      const next = step(ping, seen, 6000);
      if (next.state === 'running') {
        expect(next).toMatchObject({ verdict: null, failure: null, finishedAt: null, certainty: null });
        expect(next.dueAt.getTime()).toBeLessThanOrEqual(roundExpiresAt(next, testPolicy.polling).getTime());
      } else {
        expect(next.finishedAt).toEqual(atMs(6000));
        expect(next.verdict === null).toBe(next.state === 'failed');
        expect(next.failure === null).toBe(next.state === 'finished');
        expect(next.certainty === null).toBe(next.state === 'failed');
      }
      expect([next.id, next.createdAt, next.requested]).toEqual([ping.id, ping.createdAt, ping.requested]);
    }
  });

  it.each(phases)(
    '%s: past its deadline, nothing leaves the ping running but a new round to launch',
    (_, ping) => {
      for (const seen of everyObservation) {
        const next = step(ping, seen, 30 * MINUTE);
        const grew = seen.kind === 'evidence' && next.round > ping.round;
        expect([seen.kind, next.state === 'running']).toEqual([seen.kind, grew]);
        if (grew) expect(step(next, clock, 30 * MINUTE).state).not.toBe('running');
      }
    },
  );
});

describe('a launch of unknown outcome', () => {
  const unknown: Observation = { kind: 'launch_unknown' };

  it('is repeated once, flagged', () => {
    const once = step(intendLaunch(testPing()), unknown, 1000);
    expect(once).toMatchObject({
      state: 'running',
      phase: 'launch',
      launches: 1,
      launchUncertain: false,
      dueAt: atMs(1000),
    });
    const again = intendLaunch(once);
    expect(again).toMatchObject({ launches: 2, launchUncertain: true });
    expect(step(again, { kind: 'launched', taskId: 't' }, 2000)).toMatchObject({
      phase: 'read',
      launchUncertain: true,
    });
  });

  it('is never repeated a third time: unknown twice is failed', () => {
    const twice = intendLaunch(step(intendLaunch(testPing()), unknown, 1000));
    expect(step(twice, unknown, 2000)).toMatchObject({
      state: 'failed',
      failure: { source: 'upstream', code: 'launch_unknown' },
      launches: 2,
      launchUncertain: true,
    });
  });

  it('after a crash the committed intent alone counts as a launch', () => {
    const found = intendLaunch(testPing());
    expect(intendLaunch(found)).toMatchObject({ launches: 2, launchUncertain: true });
  });

  it('an intent that was certainly not sent is taken back, with its flag', () => {
    const before = testPing();
    expect(withdrawLaunch(intendLaunch(before), before)).toEqual(before);
    const once = intendLaunch(before);
    expect(withdrawLaunch(intendLaunch(once), once)).toEqual(once);
  });

  it('a flag of an earlier round stays, and a later round may be launched twice again', () => {
    const flagged = intendLaunch(intendLaunch(testPing({ pings: 25 })));
    const read = step(flagged, { kind: 'launched', taskId: 't' }, 1000);
    const next = step(read, evidence(packetsOf(10, 10)), 5000);
    expect(next).toMatchObject({ round: 2, launches: 0, launchUncertain: true });
  });
});

describe('the key refused while reading', () => {
  const keyRefused: Observation = { kind: 'key_refused' };
  const at = [3000, 6000, 9000];

  it('three times in a row is failed as upstream_auth, twice is not', () => {
    let ping = launched(testPing(), 0);
    for (const ms of at.slice(0, 2)) {
      ping = step(ping, keyRefused, ms);
      expect(ping.state).toBe('running');
    }
    expect(step(ping, keyRefused, 9000)).toMatchObject({
      state: 'failed',
      failure: { source: 'upstream', code: 'upstream_auth' },
    });
  });

  it('an answer in between begins the count again', () => {
    let ping = launched(testPing(), 0);
    for (const seen of [keyRefused, keyRefused, notYet, keyRefused, keyRefused])
      ping = step(ping, seen, 5000);
    expect(ping).toMatchObject({ state: 'running', refusals: 2 });
    expect(step(ping, keyRefused, 6000).state).toBe('failed');
  });
});

describe('a task WispHub does not know', () => {
  const unknown: Observation = { kind: 'task_unknown' };

  it.each([1, 5000, 9999])('%i ms after creation it may be too young: not yet', (ms) => {
    expect(step(launched(testPing(), 0), unknown, ms)).toMatchObject({ state: 'running', looks: 1 });
  });

  it.each([10_000, 30_000])('%i ms after creation it is lost', (ms) => {
    expect(step(launched(testPing(), 0), unknown, ms)).toMatchObject({
      state: 'failed',
      failure: { source: 'upstream', code: 'task_lost' },
    });
  });

  it('its youth counts from its own launch, not from the acceptance of the ping', () => {
    expect(step(launched(testPing(), 30_000), unknown, 35_000).state).toBe('running');
  });
});

describe('the deadline', () => {
  it('a ping past its deadline is failed, not no_internet', () => {
    expect(step(launched(testPing(), 0), clock, MINUTE)).toMatchObject({
      state: 'failed',
      verdict: null,
      failure: { source: 'deadline', code: 'deadline' },
      finishedAt: atMs(MINUTE),
    });
  });

  it('a task has 60 s from its launch, and not a millisecond less', () => {
    const ping = launched(testPing(), 7000);
    expect(step(ping, clock, 7000 + MINUTE - 1).state).toBe('running');
    expect(step(ping, clock, 7000 + MINUTE).state).toBe('failed');
  });

  it('a ping that waited 60 s for its turn was never started, and says so', () => {
    expect(testPing().deadlineAt).toEqual(atMs(2 * MINUTE));
    expect(step(testPing(), clock, MINUTE - 1).state).toBe('running');
    expect(step(testPing(), clock, MINUTE)).toMatchObject({
      state: 'failed',
      failure: { source: 'deadline', code: 'queue_deadline' },
    });
  });

  it('a launch that was sent and never confirmed is not called a ping that was not started', () => {
    expect(step(intendLaunch(testPing()), { kind: 'launch_unknown' }, MINUTE)).toMatchObject({
      state: 'failed',
      failure: { source: 'deadline', code: 'deadline' },
    });
  });

  it('what WispHub said counts even when it comes as the deadline passes', () => {
    expect(step(launched(testPing(), 0), evidence(packetsOf(4, 4)), MINUTE + 300)).toMatchObject({
      state: 'finished',
      verdict: 'stable',
    });
  });

  it('20 looks at one task are the most', () => {
    let ping = launched(testPing(), 0);
    for (let look = 1; look < 20; look += 1) {
      ping = step(ping, notYet, 2000 + look * 100);
      expect(ping).toMatchObject({ state: 'running', looks: look });
    }
    expect(step(ping, notYet, 5000)).toMatchObject({ state: 'failed', failure: { code: 'deadline' } });
  });

  it('looks that are made when they are due stay within 20 looks and 60 s, and end as a deadline', () => {
    for (const random of [0, 0.5, 1]) {
      let ping = launched(testPing(), 0);
      let looks = 0;
      while (ping.state === 'running') {
        const now = ping.dueAt;
        const timed = advance(ping, clock, now, random, testPolicy);
        ping = timed.state === 'running' ? advance(ping, notYet, now, random, testPolicy) : timed;
        if (timed.state === 'running') looks += 1;
        expect(looks).toBeLessThanOrEqual(20);
      }
      expect(ping).toMatchObject({ state: 'failed', failure: { code: 'deadline' } });
      expect(ping.finishedAt?.getTime()).toBeLessThanOrEqual(atMs(MINUTE).getTime());
    }
  });

  it('being told to wait for five minutes ends at the limit of the round, not after it', () => {
    const wait: Observation = { kind: 'wait', until: atMs(5 * MINUTE) };
    expect(step(testPing(), wait, 0).dueAt).toEqual(atMs(MINUTE));
    expect(step(launched(testPing(), 1000), wait, 2000).dueAt).toEqual(atMs(1000 + MINUTE));
  });

  it('waiting for a turn costs no look and no launch', () => {
    const ping = launched(testPing(), 0);
    expect(step(ping, { kind: 'wait', until: atMs(9000) }, 3000)).toEqual({ ...ping, dueAt: atMs(9000) });
  });
});

describe('rounds', () => {
  const big = () => testPing({ pings: 25 });

  it('25 packets at 10 per task are 10, 10 and 5, and one verdict over all of them', () => {
    const sizes: number[] = [];
    let ping = big();
    let ms = 0;
    while (ping.state === 'running') {
      sizes.push(ping.roundPackets);
      ping = afterRound(ping, packetsOf(ping.roundPackets, ping.roundPackets), ms);
      ms += 5000;
    }
    expect(sizes).toEqual([10, 10, 5]);
    expect(ping).toMatchObject({
      state: 'finished',
      verdict: 'stable',
      round: 3,
      packets: packetsOf(25, 25),
    });
  });

  it('each round starts afresh: its own launch, turn, looks and refusals, due at once', () => {
    const seen = step(step(launched(big(), 0), notYet, 2000), { kind: 'key_refused' }, 4000);
    expect(step(seen, evidence(packetsOf(10, 10)), 6000)).toMatchObject({
      state: 'running',
      phase: 'launch',
      round: 2,
      roundPackets: 10,
      launches: 0,
      looks: 0,
      refusals: 0,
      turnAt: null,
      launchedAt: null,
      upstreamTaskId: null,
      dueAt: atMs(6000),
      packets: packetsOf(10, 10),
    });
  });

  it('the deadline is acceptance + 60 s for the queue + 60 s a round, and each launch leaves the later rounds their time', () => {
    const ping = big();
    expect(ping.deadlineAt).toEqual(atMs(4 * MINUTE));
    expect(launchBy(ping, testPolicy.polling)).toEqual(atMs(MINUTE));
    const second = afterRound(ping, packetsOf(10, 10), 0);
    expect(launchBy(second, testPolicy.polling)).toEqual(atMs(2 * MINUTE));
    const third = afterRound(second, packetsOf(10, 10), 9000);
    expect(launchBy(third, testPolicy.polling)).toEqual(atMs(3 * MINUTE));
    expect(third.deadlineAt).toEqual(atMs(4 * MINUTE));
  });

  it('a round that begins with unmeasured packets goes on with the next', () => {
    const ping = afterRound(big(), packetsOf(7, 7), 0);
    expect(ping).toMatchObject({ state: 'running', round: 2, roundPackets: 10 });
    expect(countPackets(ping.packets ?? [])).toEqual({ sent: 7, received: 7, notMeasured: 3 });
  });

  const waysToFail: [string, (second: Ping) => Ping][] = [
    ['its launch is refused', (p) => step(intendLaunch(p), refused, 9000)],
    [
      'its launch is unknown twice',
      (p) => step(intendLaunch(intendLaunch(p)), { kind: 'launch_unknown' }, 9000),
    ],
    ['its task fails', (p) => step(launched(p, 9000), taskFailed, 12_000)],
    ['its result is a router text', (p) => step(launched(p, 9000), unmeasured, 12_000)],
    ['its task is lost', (p) => step(launched(p, 9000), { kind: 'task_unknown' }, 30_000)],
    ['its deadline passes', (p) => step(launched(p, 9000), clock, 9000 + MINUTE)],
    ['it never gets its turn', (p) => step(p, clock, 2 * MINUTE)],
  ];

  it.each(waysToFail)(
    'when %s, what was measured before stays, judged, and the rest is marked',
    (_, fails) => {
      const ping = fails(afterRound(big(), packetsOf(10, 10), 0));
      expect(ping).toMatchObject({ state: 'finished', verdict: 'stable', failure: null });
      expect(ping.certainty).toEqual({ level: 'hollow', reasons: ['partly_not_measured'] });
      expect(ping.packets?.slice(0, 10)).toEqual(packetsOf(10, 10));
      expect(countPackets(ping.packets ?? [])).toMatchObject({ sent: 10, received: 10 });
      expect(ping.packets?.length).toBeGreaterThan(10);
    },
  );

  it('packets that were not measured in a failing round do not turn silence into a solid verdict', () => {
    const silent = afterRound(testPing({ pings: 20 }), packetsOf(10, 0), 0);
    expect(step(launched(silent, 9000), taskFailed, 12_000)).toMatchObject({
      verdict: 'no_internet',
      certainty: { level: 'hollow', reasons: ['partly_not_measured'] },
    });
  });
});

describe('the extension', () => {
  const desk = () => testPing({ extend: 'auto' });

  it('an unclear ping grows to 10, then to 20, with one minute more for each', () => {
    const second = afterRound(desk(), [...packetsOf(3, 3), lost()], 0);
    expect(second).toMatchObject({ state: 'running', planned: 10, roundPackets: 6, round: 2, requested: 4 });
    expect(second.deadlineAt).toEqual(atMs(3 * MINUTE));
    const third = afterRound(second, packetsOf(6, 5), 5000);
    expect(third).toMatchObject({ state: 'running', planned: 20, roundPackets: 10, round: 3, requested: 4 });
    expect(third.deadlineAt).toEqual(atMs(4 * MINUTE));
    expect(afterRound(third, packetsOf(10, 9), 10_000)).toMatchObject({
      state: 'finished',
      verdict: 'stable',
    });
  });

  it('silence is confirmed once, to 10 packets, and then solid', () => {
    const second = afterRound(desk(), packetsOf(4, 0), 0);
    expect(second).toMatchObject({ state: 'running', planned: 10 });
    expect(afterRound(second, packetsOf(6, 0), 5000)).toMatchObject({
      state: 'finished',
      verdict: 'no_internet',
      certainty: { level: 'solid', reasons: [] },
    });
  });

  it('four replies of four end at once', () => {
    expect(afterRound(desk(), packetsOf(4, 4), 0).state).toBe('finished');
  });

  it('a ping that did not ask for it never grows', () => {
    expect(afterRound(testPing(), packetsOf(4, 2), 0).state).toBe('finished');
    expect(afterRound(testPing(), packetsOf(4, 0), 0).state).toBe('finished');
  });

  it('small tasks make the extension several rounds, and each has its minute', () => {
    const policy = { ...testPolicy, packetsPerTask: 3 };
    const ping = testPing({ extend: 'auto', policy });
    expect(ping).toMatchObject({ roundPackets: 3, deadlineAt: atMs(3 * MINUTE) });
    const second = afterRound(ping, packetsOf(3, 2), 0, policy);
    const third = afterRound(second, packetsOf(1, 1), 5000, policy);
    expect(third).toMatchObject({ planned: 10, roundPackets: 3, deadlineAt: atMs(5 * MINUTE) });
  });

  it('an extension that cannot be launched leaves the first verdict, hollow', () => {
    const second = afterRound(desk(), packetsOf(4, 0), 0);
    expect(step(second, clock, 2 * MINUTE)).toMatchObject({
      state: 'finished',
      verdict: 'no_internet',
      certainty: { level: 'hollow', reasons: ['partly_not_measured', 'few_packets'] },
    });
  });
});

describe('stopping', () => {
  it('with nothing measured yet it ends after the round under way, without a further round', () => {
    const stopped = stop(launched(testPing({ pings: 25 }), 0), atMs(1000), testPolicy);
    expect(stopped).toMatchObject({ state: 'running', stopAsked: true });
    expect(step(stopped, evidence(packetsOf(10, 10)), 5000)).toMatchObject({
      state: 'finished',
      verdict: 'stable',
      packets: packetsOf(10, 10),
    });
  });

  it('before WispHub was asked it ends at once, and says that it was taken back', () => {
    const stopped = stop(testPing(), atMs(1000), testPolicy);
    expect(stopped).toMatchObject({
      state: 'failed',
      verdict: null,
      failure: { source: 'internal', code: 'withdrawn' },
      finishedAt: atMs(1000),
    });
    const sent = stop(intendLaunch(testPing()), atMs(1000), testPolicy);
    expect(sent, 'a launch that may have been received is waited for').toMatchObject({
      state: 'running',
      stopAsked: true,
    });
  });

  it('it stops an extension too', () => {
    const stopped = stop(launched(testPing({ extend: 'auto' }), 0), atMs(1000), testPolicy);
    expect(step(stopped, evidence(packetsOf(4, 0)), 5000)).toMatchObject({
      state: 'finished',
      verdict: 'no_internet',
    });
  });

  it('after a round it ends at once with what was measured', () => {
    const second = launched(afterRound(testPing({ pings: 25 }), packetsOf(10, 10), 0), 5000);
    expect(stop(second, atMs(6000), testPolicy)).toMatchObject({
      state: 'finished',
      stopAsked: true,
      verdict: 'stable',
      certainty: { level: 'solid', reasons: [] },
      packets: packetsOf(10, 10),
      finishedAt: atMs(6000),
    });
  });

  it('a stopped ping whose round brings nothing is failed, not no_internet', () => {
    const stopped = stop(launched(testPing(), 0), atMs(1000), testPolicy);
    expect(step(stopped, unmeasured, 5000)).toMatchObject({ state: 'failed', verdict: null });
  });
});

describe('what the state machine is given', () => {
  it('stays as it was: a new state is a new value', () => {
    const ping = launched(testPing({ pings: 25 }), 0);
    const before = structuredClone(ping);
    for (const seen of everyObservation) step(ping, seen, 4000);
    stop(ping, atMs(4000), testPolicy);
    expect(ping).toEqual(before);
  });

  it('the certainty is judged by what was known at launch', () => {
    const base = testPing({ pings: 10 });
    const moved = { ...base, frozen: { ...base.frozen, ip: '10.20.30.99' } };
    expect(
      afterRound(
        moved,
        Array.from({ length: 10 }, () => reply()),
        0,
      ).certainty?.reasons,
    ).toEqual(['other_responder']);
    expect(afterRound({ ...base, ipShared: true }, packetsOf(10, 10), 0).certainty?.reasons).toEqual([
      'shared_ip',
    ]);
  });
});
