import { expect, it } from 'vitest';
import { tableOf } from './table';

it('the table has a line for each promise, aligned, and a dash for what does not apply', () => {
  const table = tableOf([
    { promise: 'kill -9', runs: 50, accepted: 4000, lost: 0, doubled: 0, measured: 'much', isKept: true },
    { promise: 'one', runs: 3, accepted: null, lost: null, doubled: null, measured: 'a', isKept: false },
  ]);
  expect(table.split('\n')).toEqual([
    'promise  runs  accepted  lost  doubled  kept  measured',
    '─'.repeat(54),
    'kill -9  50    4000      0     0        yes   much',
    'one      3     –         –     –        NO    a',
  ]);
});
