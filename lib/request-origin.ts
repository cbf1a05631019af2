import { env } from './env';
import type { Origin } from './domain/audit';

/** Set by the launcher on every request from the socket itself, over whatever the client sent under this name. */
export const PEER_HEADER = 'x-pulso-peer';

/** Some proxies write the port behind the address; with it every connection would be somebody else. */
const WITH_PORT = /^(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/;

function plain(written: string): string {
  const address = written.trim();
  const [, six, four] = WITH_PORT.exec(address) ?? [];
  return (six ?? four ?? address).replace(/^::ffff:/i, '');
}

/** Set by the launcher when the client sent a header of those that proxies add. */
export const FORWARDED_HEADER = 'x-pulso-forwarded';

/**
 * The client's address: the peer of the socket, or with N trusted proxies the N-th from the end of X-Forwarded-For, because
 * everything before that the client may have made up. Null when it is not known.
 */
export function clientAddress(headers: Headers, trustedHops: number): string | null {
  const peer = headers.get(PEER_HEADER);
  if (trustedHops === 0) return peer === null ? null : plain(peer);
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map(plain);
  const told = forwarded.at(-trustedHops);
  return told ? told : peer === null ? null : plain(peer);
}

export const originOf = (headers: Headers, requestId: string | null): Origin => ({
  address: clientAddress(headers, env().TRUSTED_PROXY_HOPS),
  userAgent: headers.get('user-agent'),
  requestId,
});
