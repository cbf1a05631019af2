// This module compares the token of the metrics with what a scraper sent; neither is kept or logged.
import { createHash, timingSafeEqual } from 'node:crypto';
import { FORWARDED_HEADER, PEER_HEADER } from './request-origin';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Whether these headers may read the metrics: with the token, or from this machine itself. What a proxy on this machine
 * passes on comes from loopback too, and is refused by the headers that it added.
 */
export function mayScrape(headers: Headers, token: string | undefined): boolean {
  const sent = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (sent !== undefined) return token !== undefined && timingSafeEqual(digest(sent), digest(token));
  return LOOPBACK.test(headers.get(PEER_HEADER) ?? '') && !headers.has(FORWARDED_HEADER);
}
