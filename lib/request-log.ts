import { PAGE_RULES, ROUTE_RULES } from './domain/route-rules';
import type { Actor } from './domain/role';
import { log } from './log';
import { once } from './once';

/** What only the route of a request knows, kept until its line is written. Never a name, an id or a query. */
type Details = { route?: string; actor?: Actor['kind'] | 'nobody' };

const MOST_REMEMBERED = 10_000;

const details = once('request-details', () => new Map<string, Details>());

/** Adds to what the line of a request will say. */
export function noteRequest(requestId: string, more: Details): void {
  // Without the guard at the socket, as in a test, nobody would ever take it away.
  if (details().size >= MOST_REMEMBERED) details().clear();
  details().set(requestId, { ...details().get(requestId), ...more });
}

/** What the guard at the socket saw of a request that is over. */
export type EndedRequest = {
  id: string;
  method: string;
  /** Path and query as they came; they stay here. */
  url: string;
  status: number;
  ms: number;
  /** True when the client had gone before the answer was complete. */
  gone: boolean;
};

const SERVED = [...ROUTE_RULES, ...PAGE_RULES].filter(({ door }) => door !== 'nobody');
const PATTERNS = SERVED.map(({ path }) => {
  const [pattern = path] = path.split('?');
  const expression = pattern
    .replace(/\[\.{3}\w+\]/g, '.+')
    .replace(/\[\w+\]/g, '[^/]+')
    .replace(/\/$/, '');
  return { pattern, regexp: new RegExp(`^${expression}/?$`) };
});
/** A catch-all would swallow those that are named, and a short one those that are longer. */
const reach = ({ pattern }: { pattern: string }) => (pattern.includes('...') ? 1000 : 0) - pattern.length;
PATTERNS.sort((one, other) => reach(one) - reach(other));

/** The address with the names of its parameters, as the rules have it; nothing of an address that nobody serves. */
export function patternOfPath(url: string): string {
  const [path = ''] = url.split('?');
  if (path.startsWith('/_next/') || /^\/[\w-]+\.(?:svg|ico|png|txt)$/.test(path)) return 'file';
  return PATTERNS.find(({ regexp }) => regexp.test(path))?.pattern ?? 'unknown';
}

const QUIET = ['file', '/api/health/live', '/api/health/ready', '/api/metrics'];

/** Writes the one line of a request. Files and probes that went well have none: there are too many to read. */
export function logRequest({ id, method, url, status, ms, gone }: EndedRequest): void {
  const known = details().get(id);
  details().delete(id);
  const route = known?.route ?? patternOfPath(url);
  if (status < 400 && QUIET.includes(route)) return;
  const line = { request_id: id, method, route, status, ms: Math.round(ms), actor: known?.actor };
  const fields = gone ? { ...line, gone } : line;
  if (status >= 500) log().warn(fields, 'request');
  else log().info(fields, 'request');
}

/** Where the guard at the socket, which is no part of the bundle, finds the log. */
export function logEveryRequest(): void {
  const shared = globalThis as { [key: symbol]: unknown };
  shared[Symbol.for('pulso.request-ended')] = logRequest;
}
