import { describe, expect, it } from 'vitest';
import { testPing } from './test-ping';
import { VERSION, versionOf } from './ping-version';

const ping = testPing({}, { phase: 'read', packets: [] });
const later = new Date(ping.dueAt.getTime() + 1000);

describe('the version of a ping', () => {
  it('is another one after everything that can be seen of it', () => {
    const packet = { status: 'reply', rttMs: 9, host: '10.0.0.1', ttl: 60, sizeBytes: 56 } as const;
    const changes = [
      { state: 'finished' },
      { state: 'failed' },
      { phase: 'launch' },
      { round: 2 },
      { launches: 2 },
      { planned: 20 },
      { stopAsked: true },
      { wrongCustomerAt: later },
      { packets: [packet] },
      { phase: 'launch', dueAt: later },
    ] as const;
    const versions = [ping, ...changes.map((change) => ({ ...ping, ...change }) as typeof ping)].map(
      versionOf,
    );
    expect(new Set(versions).size).toBe(versions.length);
    for (const version of versions) expect(version).toMatch(VERSION);
  });

  it('stays the same over a look that found nothing, and over a new claim', () => {
    expect(versionOf({ ...ping, dueAt: later, looks: 7, refusals: 1 })).toBe(versionOf(ping));
  });
});
