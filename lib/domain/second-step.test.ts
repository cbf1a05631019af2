import { describe, expect, it } from 'vitest';
import { needsSecondStep, readCode } from './second-step';

describe('a typed code', () => {
  it.each([
    ['123456', { kind: 'totp', code: '123456' }],
    [' 123 456 ', { kind: 'totp', code: '123456' }],
    ['abcd-efgh-2345-6789', { kind: 'recovery', code: 'abcdefgh23456789' }],
    ['ABCD EFGH 2345 6789', { kind: 'recovery', code: 'abcdefgh23456789' }],
    ['12345', null],
    ['1234567', null],
    ['abcd-efgh-2345-678', null],
    ['abcd-efgh-2345-678o', null],
    ['', null],
  ])('"%s" is read as it was meant', (typed, read) => {
    expect(readCode(typed)).toEqual(read);
  });
});

it('only supervisors and administrators must have a second step, and only where the setting says so', () => {
  const must = (['technician', 'agent', 'supervisor', 'admin'] as const).map((role) => [
    needsSecondStep(role, { requireSecondStep: true }),
    needsSecondStep(role, { requireSecondStep: false }),
  ]);
  expect(must).toEqual([
    [false, false],
    [false, false],
    [true, false],
    [true, false],
  ]);
});
