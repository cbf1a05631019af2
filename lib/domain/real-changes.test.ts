import { describe, expect, it } from 'vitest';
import { realChanges } from './real-changes';

describe('realChanges', () => {
  it('leaves out a field that is what it was, whatever its type', () => {
    expect(
      realChanges({
        sessions: [0, 0],
        words: [
          ['a', 'b'],
          ['a', 'b'],
        ],
        name: ['Ana', 'Ana'],
      }),
    ).toEqual([]);
  });

  it('keeps what changed, what came and what went, in order', () => {
    const real = realChanges({
      sessions: [2, 0],
      role: [null, 'agent'],
      months: [12, null],
      words: [['a'], ['a', 'b']],
    });
    expect(real.map(([field]) => field)).toEqual(['sessions', 'role', 'months', 'words']);
  });

  it('tells zero from nothing', () => {
    expect(realChanges({ count: [null, 0] })).toHaveLength(1);
  });
});
