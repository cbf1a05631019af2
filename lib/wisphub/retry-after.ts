const DEFAULT_MS = 5000;
const LEAST_MS = 1000;
const MOST_MS = 5 * 60_000;
const SECONDS = /^\d+(\.\d+)?$/;
/** The three forms of an HTTP date (RFC 9110, section 5.6.7). `Date.parse` alone takes "-5" for a day in 2001. */
const HTTP_DATE = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*\d{2}:\d{2}:\d{2}/i;

function askedMs(text: string, now: number): number {
  if (SECONDS.test(text)) return Number(text) * 1000;
  return HTTP_DATE.test(text) ? Date.parse(text) - now : NaN;
}

/**
 * Milliseconds that a `Retry-After` header asks for: seconds or an HTTP date, from one second to five minutes, and five
 * seconds when it is missing or absurd. Whoever is asked to slow down always waits.
 */
export function retryAfterMs(header: string | undefined, now: number): number {
  const asked = askedMs(header?.trim() ?? '', now);
  if (!Number.isFinite(asked) || asked <= 0) return DEFAULT_MS;
  return Math.min(Math.max(asked, LEAST_MS), MOST_MS);
}
