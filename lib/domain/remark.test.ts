import { describe, expect, it } from 'vitest';
import type { Packet } from './packet';
import { remarksOf } from './remark';
import { REMARK_CODES, type RemarkCode } from './remark-code';
import { defaultSettings } from './settings';
import { judgedUpstream, measured, notMeasuredBy, stillRunning } from './test-finished';
import { lost, packetsOf, reply } from './test-ping';

const on = (name: string) => ({ frozen: { plan: { id: 1, name } } });
const times = (...list: number[]): Packet[] => list.map((rttMs) => reply({ rttMs }));
const all = (rttMs: number) => times(rttMs, rttMs, rttMs, rttMs);
const codes = (...args: Parameters<typeof remarksOf>) => remarksOf(...args).map(({ code }) => code);

describe('slowness', () => {
  it.each([
    ['Fibra 100M', 20, 'fibre'],
    ['Antena 20M', 60, 'wireless'],
    ['Satelital 10M', 700, 'satellite'],
  ] as const)('on %s is remarked above %d ms and not at it', (plan, threshold, technology) => {
    expect(remarksOf(measured(all(threshold), on(plan)), defaultSettings)).toEqual([]);
    expect(remarksOf(measured(all(threshold + 1), on(plan)), defaultSettings)).toEqual([
      { code: 'slow', value: threshold + 1, threshold, address: null, technology },
    ]);
  });

  it('is judged by the median: one late reply is not a slow line', () => {
    expect(codes(measured(times(10, 10, 12, 400), on('Fibra')), defaultSettings)).not.toContain('slow');
  });

  it('is not remarked where the record does not tell the technology', () => {
    expect(remarksOf(measured(all(5000)), defaultSettings)).toEqual([]);
  });

  it("is judged by the operator's own limit and words", () => {
    const own = { ...defaultSettings, slowFibreMs: 5, fibreWords: ['Óptica'] };
    expect(remarksOf(measured(all(6), on('Plan OPTICA 50')), own)).toMatchObject([
      { code: 'slow', threshold: 5, technology: 'fibre' },
    ]);
    expect(remarksOf(measured(all(6), on('Fibra 50')), own)).toEqual([]);
  });
});

describe('duplicates', () => {
  it('are remarked with their number, and never where no packet was answered twice', () => {
    expect(
      remarksOf(measured([...packetsOf(3, 3), reply({ duplicates: 2 })]), defaultSettings),
    ).toMatchObject([{ code: 'duplicates', value: 2 }]);
    expect(codes(measured(packetsOf(4, 4)), defaultSettings)).toEqual([]);
  });
});

describe('jitter', () => {
  it('is remarked above 30 ms between consecutive replies and not at it', () => {
    expect(codes(measured(times(10, 40, 10, 40)), defaultSettings)).toEqual([]);
    expect(remarksOf(measured(times(10, 41, 10, 41)), defaultSettings)).toMatchObject([
      { code: 'jittery', value: 31, threshold: 30 },
    ]);
  });

  it('of a single reply is not known', () => {
    expect(codes(measured([reply({ rttMs: 500 }), lost(), lost(), lost()]), defaultSettings)).toEqual([]);
  });
});

describe('what the packets themselves say', () => {
  it('replies by MAC are of the link only', () => {
    const mac = '02:00:5E:10:00:01';
    expect(remarksOf(measured([reply({ host: mac })]), defaultSettings)).toMatchObject([
      { code: 'link_only', address: mac },
    ]);
  });

  it('an error names the router that the network reaches', () => {
    const packets = [lost('host_unreachable', '203.0.113.9'), lost('timeout')];
    expect(remarksOf(measured(packets), defaultSettings)).toMatchObject([
      { code: 'path_alive', address: '203.0.113.9' },
    ]);
  });

  it('an error of the own address of the customer is no router on the way', () => {
    expect(codes(measured([lost('admin_prohibited')]), defaultSettings)).toEqual([]);
  });

  it('without an address in the record no router can be told from the customer', () => {
    const packets = [lost('host_unreachable', '203.0.113.9')];
    expect(codes(measured(packets, { frozen: { ip: null } }), defaultSettings)).toEqual([]);
  });

  it('replies of several TTLs are counted; a lost packet and one without a TTL are not', () => {
    const packets = [
      reply({ ttl: 64 }),
      reply({ ttl: 63 }),
      reply({ ttl: 64 }),
      reply({ ttl: null }),
      lost(),
    ];
    expect(remarksOf(measured(packets), defaultSettings)).toMatchObject([{ code: 'ttl_varies', value: 2 }]);
    expect(codes(measured(packetsOf(4, 4)), defaultSettings)).toEqual([]);
  });
});

describe('remarks', () => {
  const odd = [
    reply({ rttMs: 100, ttl: 64 }),
    reply({ rttMs: 400, ttl: 63, duplicates: 1 }),
    reply({ host: '02:00:5E:10:00:01', rttMs: 100 }),
    lost('host_unreachable', '203.0.113.9'),
  ];

  it('stand together, each once, and beside the verdict that the packets have without them', () => {
    const ping = measured(odd, on('Fibra'));
    expect(codes(ping, defaultSettings).sort()).toEqual([...REMARK_CODES].sort());
    expect(ping.verdict).toBe('intermittent');
  });

  it('are not made of a ping that runs, could not be measured, or shows no packets', () => {
    const nothing: RemarkCode[] = [];
    expect(codes(stillRunning(), defaultSettings)).toEqual(nothing);
    expect(codes(notMeasuredBy('router'), defaultSettings)).toEqual(nothing);
    expect(codes(judgedUpstream('stable', on('Fibra')), defaultSettings)).toEqual(nothing);
  });
});
