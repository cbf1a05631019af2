import { describe, expect, it } from 'vitest';
import { upstreamHealth } from './upstream-health';

const ok = { kind: 'read', ms: 12, fault: null } as const;
const fault = { kind: 'launch', ms: 30, fault: 'timeout' } as const;

describe('what an instance knows of WispHub', () => {
  it('is that it is down after three faults in a row, since the first of them, until something is answered', () => {
    const health = upstreamHealth();
    const before = Date.now();
    for (const call of [fault, fault]) health.note(call);
    const after = Date.now();
    expect(health.downSince(), 'one or two faults say little').toBeNull();
    for (const call of [fault, fault]) health.note(call);
    expect(health.downSince()).toBeGreaterThanOrEqual(before);
    expect(health.downSince()).toBeLessThanOrEqual(after);
    health.note(ok);
    expect(health.downSince()).toBeNull();
    for (const call of [fault, ok, fault, fault]) health.note(call);
    expect(health.downSince(), 'an answer between them starts the count anew').toBeNull();
  });
});
