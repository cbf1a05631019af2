import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { secondSteps } from './second-step';

const steps = secondSteps('a secret that is long enough, really');
/** The key of the examples in RFC 6238, which have eight digits; six are their last six. */
const RFC_SECRET = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32;
const at = (seconds: number) => new Date(seconds * 1000);

describe('a one-time code', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('at %s s is that of RFC 6238', (seconds, code) => {
    expect(steps.stepOf(RFC_SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('is taken one step early and one step late, by the step it belongs to, and no further away', () => {
    const step = Math.floor(1_111_111_109 / 30);
    for (const [away, taken] of [
      [-2, null],
      [-1, step],
      [0, step],
      [1, step],
      [2, null],
    ] as const) {
      expect(steps.stepOf(RFC_SECRET, '081804', at(1_111_111_109 + away * 30))).toBe(taken);
    }
  });

  it.each(['000000', '', '81804', '0818040', 'abcdef', '081 804'])('"%s" is none', (code) => {
    expect(steps.stepOf(RFC_SECRET, code, at(1_111_111_109))).toBeNull();
  });

  it('fits the app that was told the secret', () => {
    const secret = steps.newSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(steps.uriOf(secret, 'ana@example.com'));
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.searchParams.get('secret')).toBe(secret);
    expect(decodeURIComponent(uri.pathname)).toContain('Pulso:ana@example.com');
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: 90_000_000 });
    expect(steps.stepOf(secret, code, new Date(90_000_000))).toBe(3000);
  });
});
