import { describe, expect, it } from 'vitest';
import { extendedTotal } from './extension';
import { defaultRules } from './rules';

const next = (received: number, sent: number, planned = sent) =>
  extendedTotal({ sent, received }, planned, defaultRules);

describe('the extension of a ping from the desk', () => {
  it.each([
    [4, 4],
    [10, 10],
    [1, 1],
  ])('%i of %i answered ends at once', (received, sent) => {
    expect(next(received, sent)).toBeNull();
  });

  it.each([2, 3])('%i of 4 answered goes on to 10', (received) => {
    expect(next(received, 4)).toBe(10);
  });

  it('1 of 4 answered ends: even the best line behind it loses more than 20 %', () => {
    expect(next(1, 4)).toBeNull();
  });

  it.each([6, 7, 8, 9])('%i of 10 answered goes on to 20', (received) => {
    expect(next(received, 10)).toBe(20);
  });

  it.each([1, 2, 3, 4, 5])('%i of 10 answered is clear and ends', (received) => {
    expect(next(received, 10)).toBeNull();
  });

  it('silence is confirmed once, to 10, and not again', () => {
    expect(next(0, 4)).toBe(10);
    expect(next(0, 10)).toBeNull();
    expect(next(0, 20)).toBeNull();
  });

  it('20 packets are the end, however unclear', () => {
    for (let received = 0; received <= 20; received += 1) expect(next(received, 20)).toBeNull();
  });

  it('a ping that starts at 20, as for a line that drops, never grows', () => {
    expect(next(17, 20)).toBeNull();
    expect(next(50, 60, 60)).toBeNull();
  });

  it('packets that were not measured do not count as lost: what was sent was answered, so it ends', () => {
    expect(next(3, 3, 4)).toBeNull();
  });

  it('nothing measured is never extended', () => {
    expect(next(0, 0, 4)).toBeNull();
  });

  it('the next total is always larger than what was planned', () => {
    for (let planned = 1; planned <= 30; planned += 1) {
      for (let received = 0; received <= planned; received += 1) {
        const total = next(received, planned);
        if (total !== null) expect(total).toBeGreaterThan(planned);
      }
    }
  });
});
