import { describe, expect, it } from 'vitest';
import { mayScrape } from './may-scrape';

const token = 'a-token-that-was-made-up-for-this-test';
const from = (peer: string, more: Record<string, string> = {}) =>
  new Headers({ 'x-pulso-peer': peer, ...more });

describe('the metrics', () => {
  it('are read by whoever has the token, from anywhere', () => {
    expect(mayScrape(from('203.0.113.9', { authorization: `Bearer ${token}` }), token)).toBe(true);
  });

  it('are refused with another token, or when there is none to have', () => {
    expect(mayScrape(from('203.0.113.9', { authorization: 'Bearer other' }), token)).toBe(false);
    expect(mayScrape(from('203.0.113.9', { authorization: `Bearer ${token}` }), undefined)).toBe(false);
    expect(mayScrape(from('127.0.0.1', { authorization: 'Bearer other' }), token)).toBe(false);
  });

  it.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])(
    'are read from this machine (%s)',
    (peer) => {
      expect(mayScrape(from(peer), undefined)).toBe(true);
    },
  );

  it.each(['203.0.113.9', '10.0.0.1', '1127.0.0.1', ''])('are refused from elsewhere (%s)', (peer) => {
    expect(mayScrape(from(peer), token)).toBe(false);
  });

  it('are refused to somebody behind a proxy on this machine', () => {
    expect(mayScrape(from('127.0.0.1', { 'x-pulso-forwarded': 'yes' }), token)).toBe(false);
  });
});
