const UNIT_MS: Record<string, number> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 0.001,
  ns: 0.000001,
};
const PARTS = /^(?:\d+(?:\.\d+)?(?:ms|us|ns|[wdhms])\s*)+$/;
const PART = /(\d+(?:\.\d+)?)(ms|us|ns|[wdhms])/g;
const CLOCK = /^(\d+):(\d{2}):(\d{2}(?:\.\d+)?)$/;

/** No ping takes eleven days; a larger number is no time, and would overflow the statistics. */
const MOST_MS = 1e9;

const toMicrosecond = (ms: number) => (ms < MOST_MS ? Math.round(ms * 1000) / 1000 : null);

/**
 * A RouterOS duration in milliseconds, to the microsecond: `386us`, `1ms287us`, `12ms 345us`, `1s20ms`, `1m2s`,
 * `00:00:00.025000`; a bare number is taken as milliseconds. Null for everything else.
 */
export function routerosTimeMs(time: unknown): number | null {
  if (typeof time === 'number') return time >= 0 ? toMicrosecond(time) : null;
  if (typeof time !== 'string' || time.length > 40) return null;
  const text = time.trim().toLowerCase();
  const clock = CLOCK.exec(text);
  if (clock)
    return toMicrosecond((Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) * 1000);
  if (/^\d+(\.\d+)?$/.test(text)) return toMicrosecond(Number(text));
  if (!PARTS.test(text)) return null;
  let ms = 0;
  for (const [, amount, unit] of text.matchAll(PART)) ms += Number(amount) * (UNIT_MS[unit ?? ''] ?? 0);
  return toMicrosecond(ms);
}
