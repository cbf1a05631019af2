import { describe, expect, it } from 'vitest';
import { redactor } from './redact';

describe('taking a secret out of a text', () => {
  const key = 'canary/"key"\\4711';

  it('works wherever it stands, as it is and as JSON writes it', () => {
    const quoted = JSON.stringify({ key });
    const texts = [key, `x${key}y${key}`, quoted, quoted.replaceAll('/', '\\/')];
    for (const text of texts) expect(redactor(key)(text)).not.toContain('4711');
    expect(JSON.parse(redactor(key)(quoted))).toEqual({ key: '[redacted]' });
  });

  it('leaves every other text as it is', () => {
    expect(redactor(key)('{"host":"10.20.30.40"}')).toBe('{"host":"10.20.30.40"}');
  });

  it('a word too short to be a key is left, because it would spoil honest answers', () => {
    expect(redactor('demo')('{"usuario":"demo-uno"}')).toBe('{"usuario":"demo-uno"}');
    expect(redactor('')('abc')).toBe('abc');
  });
});
