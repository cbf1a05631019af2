import { describe, expect, it } from 'vitest';
import { scrubber } from './log';

const secret = 'p@ss/w"rd+with\\edges?';
const scrub = scrubber([secret, undefined, 'another-secret', 'short']);

describe('a line of the log', () => {
  it.each([
    ['raw', secret],
    ['JSON', JSON.stringify({ deep: [{ inside: secret }] })],
    ['percent-encoding', `postgres://user:${encodeURIComponent(secret)}@host/db`],
    ['base64', Buffer.from(secret).toString('base64')],
    ['base64url', Buffer.from(secret).toString('base64url')],
    ['hex', Buffer.from(secret).toString('hex')],
    ['a text around it', `error: connect with ${secret} failed: ${secret}`],
  ])('holds no known secret as %s', (_form, text) => {
    const line = scrub(`{"msg":"before ${text} after"}`);
    expect(line).toContain('[secret]');
    expect(line).toContain('before');
    expect(line).toContain('after');
    for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]) {
      expect(line).not.toContain(form);
    }
  });

  it('keeps what is no secret, also words that a very short one would strike out', () => {
    const line = '{"msg":"a short notice of another customer"}';
    expect(scrub(line)).toBe(line);
  });
});
