import { z } from 'zod';

export const rttSchema = z.object({
  min: z.number().nullable(),
  avg: z.number().nullable(),
  median: z.number().nullable(),
  max: z.number().nullable(),
  jitter: z.number().nullable(),
});

/** Round-trip times in milliseconds; null where nothing answered, never a fake zero. */
export type Rtt = z.infer<typeof rttSchema>;

const NOTHING: Rtt = { min: null, avg: null, median: null, max: null, jitter: null };
const round = (ms: number) => Math.round(ms * 1000) / 1000;

/**
 * Statistics over the answered packets, in the order they were sent. Jitter is the mean absolute difference of
 * consecutive round-trip times (RFC 3550, section 6.4.1, without its smoothing); one reply alone has none.
 */
export function rttStatistics(timesMs: readonly number[]): Rtt {
  if (timesMs.length === 0) return NOTHING;
  const sorted = [...timesMs].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? 0;
  const middle = sorted.length / 2;
  const differences = timesMs.slice(1).map((ms, index) => Math.abs(ms - (timesMs[index] ?? ms)));
  const mean = (list: readonly number[]) => list.reduce((sum, ms) => sum + ms, 0) / list.length;
  return {
    min: round(at(0)),
    avg: round(mean(timesMs)),
    median: round(Number.isInteger(middle) ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle))),
    max: round(at(sorted.length - 1)),
    jitter: differences.length > 0 ? round(mean(differences)) : null,
  };
}
