import { describe, expect, it } from 'vitest';
import { toPingDetails, type PingDetails } from './ping-details';
import type { Packet } from './packet';
import { defaultRules } from './rules';
import { soFar } from './so-far';
import { stillRunning } from './test-finished';
import { atMs, lost, packetsOf, testPing } from './test-ping';

const running = (packets: Packet[]): PingDetails =>
  toPingDetails(
    { ping: testPing({ pings: 100 }, { packets }), requesters: [], serviceName: null },
    atMs(5000),
  );

describe('what is known of a ping that goes on', () => {
  it('is judged on the packets so far, and is hollow however many they are', () => {
    expect(soFar(running(packetsOf(20, 20)), false, defaultRules)).toMatchObject({
      state: 'finished',
      verdict: 'stable',
      certainty: { level: 'hollow', reasons: ['still_running'] },
      sent: 20,
      received: 20,
      finished_at: null,
    });
  });

  it('keeps every other reason for doubt behind that', () => {
    const known = soFar(running(packetsOf(4, 4)), true, defaultRules);
    expect(known?.certainty?.reasons).toEqual(['still_running', 'shared_ip', 'few_packets']);
  });

  it('follows the rules of the operator', () => {
    const nine = running(packetsOf(10, 9));
    expect(soFar(nine, false, defaultRules)?.verdict).toBe('stable');
    expect(soFar(nine, false, { ...defaultRules, stableFrom: 0.95 })?.verdict).toBe('intermittent');
  });

  it('is nothing while nothing has been measured, and nothing of a ping that has ended', () => {
    expect(soFar(stillRunning(), false, defaultRules)).toBeNull();
    expect(soFar(running([]), false, defaultRules)).toBeNull();
    const ended = { ...running([lost()]), state: 'finished' } as const;
    expect(soFar(ended, false, defaultRules)).toBeNull();
  });
});
