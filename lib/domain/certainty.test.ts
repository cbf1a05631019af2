import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CERTAINTY_REASONS, judgeCertainty, type Circumstances } from './certainty';
import { countPackets, notMeasured, PACKET_STATUSES, type Packet } from './packet';
import { defaultRules } from './rules';
import { lost, packetsOf, reply, testIp } from './test-ping';
import { isUnclear, judge } from './verdict';

const fine: Circumstances = { ip: testIp, ipShared: false, status: 'Activo' };

const certaintyOf = (packets: readonly Packet[], known: Partial<Circumstances> = {}) =>
  judgeCertainty(judge(countPackets(packets), defaultRules), packets, { ...fine, ...known }, defaultRules);

const solid = { level: 'solid', reasons: [] };
const hollow = (...reasons: string[]) => ({ level: 'hollow', reasons });

describe('a solid badge', () => {
  it.each([10, 11, 20, 100])(
    'stable: %i packets, none lost, from the IP of the record, account active',
    (sent) => {
      expect(certaintyOf(packetsOf(sent, sent))).toEqual(solid);
    },
  );

  it.each([10, 20])('no reply: %i packets and nothing answered', (sent) => {
    expect(certaintyOf(packetsOf(sent, 0))).toEqual(solid);
  });

  it('no reply stays solid when routers on the way reported errors', () => {
    expect(certaintyOf(Array.from({ length: 10 }, () => lost('host_unreachable', '203.0.113.9')))).toEqual(
      solid,
    );
  });

  it('no reply of a suspended line is solid: silence is what was measured, whatever the account', () => {
    expect(certaintyOf(packetsOf(10, 0), { status: 'Suspendido', ip: null })).toEqual(solid);
  });

  it.each([
    [4, 1],
    [10, 5],
    [20, 12],
    [20, 1],
  ])('intermittent: %i packets of which %i answered leave no doubt', (sent, received) => {
    expect(certaintyOf(packetsOf(sent, received))).toEqual(solid);
  });

  it.each(['Activo', 'ativo', 'ACTIVE', ' Gratis '])('the account word %j is active', (status) => {
    expect(certaintyOf(packetsOf(10, 10), { status })).toEqual(solid);
  });
});

describe('a hollow badge says why', () => {
  it('an upstream that shows no packets leaves every verdict hollow', () => {
    for (const verdict of ['stable', 'intermittent', 'no_internet'] as const) {
      expect(judgeCertainty(verdict, null, fine, defaultRules)).toEqual(hollow('no_packet_details'));
    }
  });

  it.each([1, 4, 9])('%i packets are few, answered or silent', (sent) => {
    expect(certaintyOf(packetsOf(sent, sent))).toEqual(hollow('few_packets'));
    expect(certaintyOf(packetsOf(sent, 0))).toEqual(hollow('few_packets'));
  });

  it('an unclear loss is hollow for its few packets, or from 10 packets on for its loss', () => {
    expect(certaintyOf(packetsOf(4, 2))).toEqual(hollow('few_packets'));
    expect(certaintyOf(packetsOf(20, 15))).toEqual(hollow('packets_lost'));
  });

  it('a stable line that lost some of its packets is hollow', () => {
    expect(certaintyOf(packetsOf(20, 17))).toEqual(hollow('packets_lost'));
    expect(certaintyOf(packetsOf(20, 19))).toEqual(hollow('packets_lost'));
    expect(certaintyOf(packetsOf(5, 4))).toEqual(hollow('few_packets', 'packets_lost'));
  });

  it('a reply by MAC is link only', () => {
    const packets = Array.from({ length: 10 }, () => reply({ host: '02:00:5E:10:00:01' }));
    expect(certaintyOf(packets)).toEqual(hollow('link_only'));
  });

  it('a reply from another address than the record is hollow, even one alone', () => {
    expect(certaintyOf([...packetsOf(10, 10), reply({ host: '10.20.30.99' })])).toEqual(
      hollow('other_responder'),
    );
  });

  it('replies that name nobody do not come from the IP of the record', () => {
    expect(certaintyOf(Array.from({ length: 10 }, () => reply({ host: null }))).level).toBe('hollow');
  });

  it('an address that two services share is hollow for every verdict', () => {
    for (const received of [10, 5, 0]) {
      expect(certaintyOf(packetsOf(10, received), { ipShared: true })).toEqual(hollow('shared_ip'));
    }
  });

  it.each([
    ['Suspendido', 'service_suspended'],
    ['suspenso', 'service_suspended'],
    ['Cancelado', 'service_cancelled'],
    ['En instalación', 'account_unknown'],
    ['constructor', 'account_unknown'],
    ['__proto__', 'account_unknown'],
    ['', 'account_unknown'],
    [null, 'account_unknown'],
  ])('a stable line of an account with the word %j is hollow: %s', (status, reason) => {
    expect(certaintyOf(packetsOf(10, 10), { status })).toEqual(hollow(reason));
  });

  it('a stable line without an IP in the record is hollow', () => {
    expect(certaintyOf(packetsOf(10, 10), { ip: null })).toEqual(hollow('ip_unknown'));
  });

  it('packets that were not measured make every verdict hollow', () => {
    for (const received of [20, 10, 0]) {
      const packets = [...packetsOf(20, received), notMeasured];
      expect(certaintyOf(packets)).toEqual(hollow('partly_not_measured'));
    }
  });

  it('packets that were not measured do not help to reach ten', () => {
    expect(certaintyOf([...packetsOf(9, 9), notMeasured])).toEqual(
      hollow('partly_not_measured', 'few_packets'),
    );
  });

  it('several reasons stand together, the weightiest first', () => {
    const packets = [reply({ host: '10.9.9.9' }), reply({ host: '02:00:5E:10:00:01' }), notMeasured];
    expect(certaintyOf(packets, { ipShared: true, status: 'Suspendido' })).toEqual(
      hollow(
        'shared_ip',
        'other_responder',
        'link_only',
        'service_suspended',
        'partly_not_measured',
        'few_packets',
      ),
    );
  });
});

describe('for any packets', () => {
  const packet: fc.Arbitrary<Packet> = fc.record({
    status: fc.constantFrom(...PACKET_STATUSES),
    rttMs: fc.constant(null),
    host: fc.constantFrom(testIp, '10.9.9.9', '02:00:5E:10:00:01', null),
    ttl: fc.constant(null),
    sizeBytes: fc.constant(null),
  });
  const measured = fc
    .array(packet, { minLength: 1, maxLength: 25 })
    .filter((packets) => countPackets(packets).sent > 0);
  const known = fc.record({
    ip: fc.constantFrom(testIp, null),
    ipShared: fc.boolean(),
    status: fc.constantFrom('Activo', 'Suspendido', 'Cancelado', 'Gratis', null),
  });

  it('solid means no reason and hollow at least one; reasons are known, ordered and named once', () => {
    fc.assert(
      fc.property(measured, known, (packets, circumstances) => {
        const { level, reasons } = certaintyOf(packets, circumstances);
        expect(level === 'solid').toBe(reasons.length === 0);
        expect(CERTAINTY_REASONS.filter((reason) => reasons.includes(reason))).toEqual(reasons);
      }),
      { numRuns: 3000 },
    );
  });

  it('solid is exactly what the rule says: nobody is sent away on a hollow green', () => {
    fc.assert(
      fc.property(measured, known, (packets, circumstances) => {
        const counts = countPackets(packets);
        const verdict = judge(counts, defaultRules);
        const { level } = certaintyOf(packets, circumstances);
        const ownAddress = packets.every(
          ({ status, host }) => status !== 'reply' || host === circumstances.ip,
        );
        const active = circumstances.status === 'Activo' || circumstances.status === 'Gratis';
        const clean = counts.notMeasured === 0 && !circumstances.ipShared;
        if (verdict === 'stable') {
          const perfect = counts.sent >= 10 && counts.received === counts.sent && circumstances.ip !== null;
          expect(level === 'solid').toBe(clean && perfect && ownAddress && active);
        }
        if (verdict === 'no_internet') expect(level === 'solid').toBe(clean && counts.sent >= 10);
        if (verdict === 'intermittent' && level === 'solid')
          expect(isUnclear(counts, defaultRules)).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });
});
