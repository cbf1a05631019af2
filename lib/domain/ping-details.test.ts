import { describe, expect, it } from 'vitest';
import { advance, intendLaunch } from './advance';
import { envelopeSchema, success } from './envelope';
import { faceOf, FACES } from './face';
import { failure } from './failure';
import { notMeasured } from './packet';
import { isFinal, type Ping, type Requester } from './ping';
import { pingDetailsSchema, pingItemSchema, toPingDetails, toPingItem } from './ping-details';
import { atMs, lost, packetsOf, reply, testIp, testPing, testPolicy } from './test-ping';

const ana: Requester = { kind: 'user', id: 'u1', name: 'Ana', reason: 'drops', requestedAt: atMs(0) };
const bot: Requester = { kind: 'token', id: 't1', name: 'bot', reason: null, requestedAt: atMs(900) };

const details = (ping: Ping, ms = 5000) =>
  toPingDetails({ ping, requesters: [ana, bot], serviceName: 'Cliente Demo Uno' }, atMs(ms));

const observe = (ping: Ping, packets: (typeof notMeasured)[], ms = 4000) =>
  advance(ping, { kind: 'evidence', evidence: { kind: 'packets', packets } }, atMs(ms), 0.5, testPolicy);
const launched = (ping: Ping) =>
  advance(intendLaunch(ping), { kind: 'launched', taskId: 't' }, atMs(100), 0.5, testPolicy);

const mixed = [
  reply({ rttMs: 10 }),
  lost(),
  lost('host_unreachable', '203.0.113.9'),
  reply({ rttMs: 30, ttl: null, sizeBytes: null }),
  notMeasured,
];
const running = testPing({ pings: 25 });
const betweenRounds = observe(launched(running), packetsOf(10, 9));
const finished = observe(launched(testPing({ pings: 5 })), mixed);
const failed = advance(
  intendLaunch(testPing()),
  { kind: 'launch_refused', failure: failure('upstream', 'upstream_auth') },
  atMs(300),
  0.5,
  testPolicy,
);
const byVerdict = advance(
  launched(testPing({ showsPackets: false })),
  { kind: 'verdict', verdict: 'no_internet' },
  atMs(4000),
  0.5,
  testPolicy,
);
const pings: [string, Ping][] = [
  ['queued', { ...running, dueAt: atMs(9000) }],
  ['launching', intendLaunch(running)],
  ['being read', launched(running)],
  ['between two rounds', betweenRounds],
  ['finished', finished],
  ['failed', failed],
  ['judged by the upstream itself', byVerdict],
];

describe('a ping as the API shows it', () => {
  it.each(pings)('%s: fits its schema after a journey through JSON, key for key', (_, ping) => {
    const shown = details(ping);
    const travelled: unknown = JSON.parse(JSON.stringify(shown));
    expect(pingDetailsSchema.strict().parse(travelled)).toEqual(shown);
    const { replies, ...item } = shown;
    expect(replies).toHaveLength(ping.packets?.length ?? 0);
    expect(pingItemSchema.strict().parse(item)).toEqual(item);
    expect(toPingItem({ ping, requesters: [ana, bot], serviceName: 'Cliente Demo Uno' }, atMs(5000))).toEqual(
      item,
    );
  });

  it('counts, loss, interval, times and responders follow from the packets', () => {
    expect(details(finished)).toMatchObject({
      state: 'finished',
      verdict: 'intermittent',
      requested: 5,
      sent: 4,
      received: 2,
      loss_percent: 50,
      loss_interval_percent: [15, 85],
      rtt_ms: { min: 10, avg: 20, median: 20, max: 30, jitter: 20 },
      responders: [
        { address: testIp, kind: 'target', replies: 2, errors: 0 },
        { address: '203.0.113.9', kind: 'hop', replies: 0, errors: 1 },
      ],
      rounds: 1,
      next_poll_at: null,
      progress: null,
    });
  });

  it('replies are numbered from 1 over all rounds', () => {
    const second = observe(launched(betweenRounds), packetsOf(10, 10), 9000);
    expect(details(second).replies.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    expect(details(second).rounds).toBe(3);
  });

  it('an ICMP error shows no round-trip time and a silent ping no fake zero', () => {
    expect(details(finished).replies[2]).toMatchObject({
      status: 'host_unreachable',
      rtt_ms: null,
      host: '203.0.113.9',
    });
    const silent = observe(launched(testPing()), packetsOf(4, 0));
    expect(details(silent).rtt_ms).toEqual({ min: null, avg: null, median: null, max: null, jitter: null });
    expect(details(silent)).toMatchObject({ verdict: 'no_internet', loss_percent: 100 });
  });

  it('an upstream that gives no counts leaves them null, never zero', () => {
    expect(details(byVerdict)).toMatchObject({
      verdict: 'no_internet',
      sent: null,
      received: null,
      loss_percent: null,
      loss_interval_percent: null,
      replies: [],
    });
  });

  it('a failed ping shows why, and no verdict, loss or interval', () => {
    expect(details(failed)).toMatchObject({
      state: 'failed',
      verdict: null,
      certainty: null,
      failure: { source: 'upstream', code: 'upstream_auth' },
      loss_percent: null,
      loss_interval_percent: null,
    });
  });

  it('a running ping says what it is doing and when to look again', () => {
    const phases = pings.slice(0, 4).map(([, ping]) => details(ping, 1000).progress?.phase);
    expect(phases).toEqual(['queued', 'launching', 'waiting', 'queued']);
    expect(details(betweenRounds, 4000).progress?.phase).toBe('launching');
    expect(details(launched(running))).toMatchObject({
      next_poll_at: '2026-05-08T12:00:02.100Z',
      finished_at: null,
      progress: {
        launched_at: '2026-05-08T12:00:00.100Z',
        round_ends_at: '2026-05-08T12:04:00.000Z',
        round_packets: 10,
      },
    });
  });

  it('everybody who asked is named, with their reason and time', () => {
    expect(details(finished).requested_by).toEqual([
      {
        kind: 'user',
        id: 'u1',
        name: 'Ana',
        reason: 'drops',
        requested_at: '2026-05-08T12:00:00.000Z',
        withdrawn: false,
      },
      {
        kind: 'token',
        id: 't1',
        name: 'bot',
        reason: null,
        requested_at: '2026-05-08T12:00:00.900Z',
        withdrawn: false,
      },
    ]);
  });

  it('nothing of how we run it is shown: no upstream task, no lease, no launches', () => {
    expect(JSON.stringify(details(launched(running)))).not.toMatch(
      /upstreamTask|task-1|fence|lease|"launches"/,
    );
  });
});

describe('the face of a ping', () => {
  it('of a silence is inconclusive where the line is known not to answer, and of a reply never', () => {
    expect(faceOf({ state: 'finished', verdict: 'no_internet', quiet_line: true })).toBe('inconclusive');
    expect(faceOf({ state: 'finished', verdict: 'stable', quiet_line: true })).toBe('stable');
    expect(faceOf({ state: 'failed', verdict: null, quiet_line: true })).toBe('failed');
  });

  it('is one of those, and a failed ping never looks like no reply', () => {
    expect(pings.map(([, ping]) => faceOf(ping))).toEqual([
      ...Array<string>(4).fill('running'),
      'intermittent',
      'failed',
      'no_internet',
    ]);
    for (const [, ping] of pings) expect(FACES).toContain(faceOf(ping));
  });

  it('is running exactly until the ping is final', () => {
    for (const [, ping] of pings) expect(faceOf(ping) === 'running').toBe(!isFinal(ping));
  });
});

describe('the envelope', () => {
  it('has exactly its six keys', () => {
    expect(envelopeSchema.parse(success('ping_created', { task_id: 'x' }))).toEqual({
      ok: true,
      type: 'success',
      action: 'ping_created',
      data: { task_id: 'x' },
      message: null,
      meta: null,
    });
    expect(envelopeSchema.safeParse({ ...success('a'), extra: 1 }).success).toBe(false);
  });
});
