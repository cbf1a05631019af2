import { describe, expect, it } from 'vitest';
import { clientAddress, PEER_HEADER } from './request-origin';

const headers = (forwarded: string | null, peer = '10.0.0.9') =>
  new Headers({ [PEER_HEADER]: peer, ...(forwarded === null ? {} : { 'x-forwarded-for': forwarded }) });

describe('the address of a client', () => {
  it('is the peer of the socket while no proxy is trusted, whatever the client claims', () => {
    expect(clientAddress(headers('203.0.113.7'), 0)).toBe('10.0.0.9');
    expect(clientAddress(headers(null, '::ffff:10.0.0.9'), 0)).toBe('10.0.0.9');
    expect(clientAddress(new Headers(), 0)).toBeNull();
  });

  it('behind trusted proxies is what the farthest of them saw, and not what stands before it', () => {
    expect(clientAddress(headers('198.51.100.1, 203.0.113.7'), 1)).toBe('203.0.113.7');
    expect(clientAddress(headers('198.51.100.1, 203.0.113.7, 10.1.1.1'), 2)).toBe('203.0.113.7');
  });

  it('is the same for every connection where a proxy writes the port behind it', () => {
    for (const [written, address] of [
      ['203.0.113.7:50123', '203.0.113.7'],
      ['[2001:db8::7]:50123', '2001:db8::7'],
      ['[2001:db8::7]', '2001:db8::7'],
      ['2001:db8::7', '2001:db8::7'],
      ['::ffff:203.0.113.7', '203.0.113.7'],
    ] as const) {
      expect(clientAddress(headers(written), 1)).toBe(address);
    }
  });

  it('is the peer when fewer proxies have spoken than are trusted', () => {
    expect(clientAddress(headers(null), 1)).toBe('10.0.0.9');
    expect(clientAddress(headers('203.0.113.7'), 2)).toBe('10.0.0.9');
  });
});
