import { describe, expect, it } from 'vitest';
import { adviceOf, customerTextOf, type Advice, type AdviceKey, type CustomerText } from './advice';
import { failureSchema } from './failure';
import { notMeasured, type Packet } from './packet';
import type { PingDetails } from './ping-details';
import { judgedUpstream, measured, notMeasuredBy, stillRunning } from './test-finished';
import { lost, packetsOf, reply } from './test-ping';

const MAC = '02:00:5E:10:00:01';
const all = (count: number, packet: Packet) => Array.from({ length: count }, () => packet);
const suspended = { frozen: { status: 'Suspendido' } };
const cancelled = { frozen: { status: 'Cancelado' } };

type Case = [string, PingDetails, AdviceKey, Advice['category'], Advice['visit'], CustomerText];

const cases: Case[] = [
  ['10 of 10 answered', measured(packetsOf(10, 10)), 'stable_clean', 'line', 'no', 'stable'],
  [
    '10 of 10 answered, each much sooner or later than the one before',
    measured(packetsOf(10, 10).map((packet, index) => ({ ...packet, rttMs: index % 2 ? 90 : 12 }))),
    'stable_clean',
    'line',
    'no',
    'stable_unsure',
  ],
  [
    '10 of 10 answered, slowly for its technology',
    measured(
      packetsOf(10, 10).map((packet) => ({ ...packet, rttMs: 90 })),
      { frozen: { plan: { id: 501, name: 'Fibra 20M' } } },
    ),
    'stable_clean',
    'line',
    'no',
    'stable_unsure',
  ],
  ['4 of 4 answered', measured(packetsOf(4, 4)), 'stable_few', 'line', 'no', 'stable_unsure'],
  ['9 of 10 answered', measured(packetsOf(10, 9)), 'stable_loss', 'line', 'maybe', 'stable_unsure'],
  [
    'all answered, account of an unknown standing',
    measured(packetsOf(10, 10), { frozen: { status: 'Pausado' } }),
    'stable_unsure',
    'line',
    'no',
    'stable_unsure',
  ],
  [
    'all answered, one packet not measured',
    measured([...packetsOf(10, 10), notMeasured]),
    'stable_unsure',
    'line',
    'no',
    'stable_unsure',
  ],
  [
    'all answered, suspended',
    measured(packetsOf(10, 10), suspended),
    'stable_account',
    'account',
    'no',
    'account',
  ],
  ['5 of 10 answered', measured(packetsOf(10, 5)), 'intermittent', 'line', 'maybe', 'intermittent'],
  ['10 of 10 silent', measured(packetsOf(10, 0)), 'silent', 'silence', 'yes', 'no_reply'],
  ['4 of 4 silent', measured(packetsOf(4, 0)), 'silent', 'silence', 'maybe', 'no_reply'],
  [
    'silent, a router on the way answers',
    measured(all(10, lost('host_unreachable', '203.0.113.9'))),
    'path_alive',
    'silence',
    'yes',
    'no_reply',
  ],
  [
    'silent, a router on the way says that there is no way',
    measured([...packetsOf(9, 0), lost('net_unreachable', '203.0.113.9')]),
    'path_error',
    'silence',
    'no',
    'not_measured',
  ],
  ['silent, suspended', measured(packetsOf(10, 0), suspended), 'silent_account', 'account', 'no', 'account'],
  ['silent, cancelled', measured(packetsOf(10, 0), cancelled), 'silent_account', 'account', 'no', 'account'],
  [
    'replies by MAC only',
    measured(all(10, reply({ host: MAC }))),
    'link_only',
    'silence',
    'maybe',
    'link_only',
  ],
  [
    'replies from another address',
    measured(all(10, reply({ host: '10.20.30.41' }))),
    'other_responder',
    'record',
    'no',
    'not_measured',
  ],
  [
    'replies on a shared address',
    measured(packetsOf(10, 10), { ipShared: true }),
    'shared_ip',
    'record',
    'no',
    'not_measured',
  ],
  [
    'silence on a shared address',
    measured(packetsOf(10, 0), { ipShared: true }),
    'shared_ip',
    'record',
    'no',
    'not_measured',
  ],
  ['a green without packets', judgedUpstream('stable'), 'stable_no_details', 'line', 'no', 'stable_unsure'],
  [
    'a silence without packets',
    judgedUpstream('no_internet'),
    'silent_no_details',
    'silence',
    'maybe',
    'no_reply',
  ],
  [
    'an intermittent verdict without packets',
    judgedUpstream('intermittent'),
    'intermittent_no_details',
    'line',
    'maybe',
    'intermittent',
  ],
  ...failureSchema.shape.source.options.map((source): Case => {
    const key = `failed_${source}` as const;
    return [`a failure of ${source}`, notMeasuredBy(source), key, 'not_measured', 'no', 'not_measured'];
  }),
  [
    'a router that does not have the interface of the record',
    notMeasuredBy('router', 'router_interface'),
    'failed_router_interface',
    'not_measured',
    'no',
    'not_measured',
  ],
  [
    'a key that WispHub no longer accepts',
    notMeasuredBy('upstream', 'upstream_auth'),
    'failed_upstream_auth',
    'not_measured',
    'no',
    'not_measured',
  ],
  [
    'what was taken back before its launch',
    notMeasuredBy('internal', 'withdrawn'),
    'failed_withdrawn',
    'not_measured',
    'no',
    'not_measured',
  ],
];

describe('what a result calls for', () => {
  it.each(cases)('%s', (_name, ping, key, category, visit, text) => {
    expect(adviceOf(ping)).toMatchObject({ key, category, visit });
    expect(customerTextOf(ping)).toBe(text);
  });

  it('a ping that runs calls for nothing, and gives nothing to send', () => {
    expect(adviceOf(stillRunning())).toBeNull();
    expect(customerTextOf(stillRunning())).toBeNull();
  });
});

describe('the promises of an advice', () => {
  const pings = cases.map(([, ping]) => ping);

  it('a visit is justified at once only by a solid silence of an active account', () => {
    const justified = pings.filter((ping) => adviceOf(ping)?.visit === 'yes');
    expect(justified.length).toBeGreaterThan(0);
    for (const ping of justified) {
      expect(ping).toMatchObject({ verdict: 'no_internet', certainty: { level: 'solid' } });
      expect(ping.frozen.status).toBe('Activo');
    }
  });

  it('only a solid green tells a customer that all is well', () => {
    const well = pings.filter((ping) => customerTextOf(ping) === 'stable');
    expect(well.length).toBeGreaterThan(0);
    for (const ping of well) expect(ping).toMatchObject({ verdict: 'stable', certainty: { level: 'solid' } });
  });

  it('a remark that is made only by the thresholds of today counts too, and one they no longer make does not', () => {
    const even = measured(packetsOf(10, 10));
    expect(customerTextOf(even, ['jittery'])).toBe('stable_unsure');
    expect(customerTextOf(even, ['ttl_varies', 'duplicates'])).toBe('stable');
    expect(customerTextOf({ ...even, remarks: ['slow'] }, [])).toBe('stable');
  });

  it('a ping that could not be measured never says anything of the line', () => {
    for (const ping of pings.filter(({ state }) => state === 'failed')) {
      expect(customerTextOf(ping)).toBe('not_measured');
      expect(adviceOf(ping)?.visit).toBe('no');
    }
  });
});
