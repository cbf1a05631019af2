import { describe, expect, it } from 'vitest';
import { notMeasured } from './packet';
import { listResponders } from './responder';
import { lost, reply, testIp } from './test-ping';

describe('who answered', () => {
  it('nobody, when every packet timed out: a timeout names the target, yet the target said nothing', () => {
    expect(listResponders([lost(), lost()], testIp)).toEqual([]);
  });

  it('a target that replies is listed once with its replies', () => {
    expect(listResponders([reply(), lost(), reply()], testIp)).toEqual([
      { address: testIp, kind: 'target', replies: 2, errors: 0 },
    ]);
  });

  it('a router that reports an error is a hop, and never a reply', () => {
    const packets = [
      lost('timeout'),
      lost('host_unreachable', '203.0.113.9'),
      lost('host_unreachable', '203.0.113.9'),
    ];
    expect(listResponders(packets, testIp)).toEqual([
      { address: '203.0.113.9', kind: 'hop', replies: 0, errors: 2 },
    ]);
  });

  it('a MAC address is named as one, in any writing', () => {
    for (const mac of ['02:00:5E:10:00:01', '02-00-5e-10-00-01']) {
      expect(listResponders([reply({ host: mac })], testIp)).toEqual([
        { address: mac, kind: 'mac', replies: 1, errors: 0 },
      ]);
    }
  });

  it('the address of the record that reports an error of its own is the target, not a hop', () => {
    expect(listResponders([lost('admin_prohibited', testIp)], testIp)).toEqual([
      { address: testIp, kind: 'target', replies: 0, errors: 1 },
    ]);
  });

  it('an address that first reports an error and later replies is a target with both counted', () => {
    const packets = [lost('host_unreachable', '10.0.0.9'), reply({ host: '10.0.0.9' })];
    expect(listResponders(packets, null)).toEqual([
      { address: '10.0.0.9', kind: 'target', replies: 1, errors: 1 },
    ]);
  });

  it('they stand in order of appearance; a packet that was not measured or names nobody adds none', () => {
    const packets = [
      { ...notMeasured, host: '10.9.9.9' },
      reply({ host: null }),
      lost('ttl_exceeded', '203.0.113.9'),
      reply(),
      lost('other', '203.0.113.7'),
    ];
    expect(listResponders(packets, testIp).map(({ address }) => address)).toEqual([
      '203.0.113.9',
      testIp,
      '203.0.113.7',
    ]);
  });
});
