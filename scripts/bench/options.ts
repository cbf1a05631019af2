import { parseArgs } from 'node:util';
import { z } from 'zod';
import { StartError } from '@/lib/start-error';

const USAGE = `Usage: npm run bench -- [options]
  --services N   services of the directory (200000)
  --pings N      pings of the last 90 days (1000000)
  --seed N       another seed, other rows (1)
  --now T        the moment at which the history ends (2026-11-22T22:00:00Z; with --keep the hour that began last)
  --keep         leaves the data, and says how to open them in the console
  --reuse        measures what --keep left, without filling anew
  --strict       ends with code 1 when a target is missed`;

const FIXED_NOW = '2026-11-22T22:00:00Z';
const HOUR_MS = 3_600_000;

const count = (fallback: number) => z.coerce.number().int().min(1000).max(20_000_000).default(fallback);

const optionsSchema = z.object({
  services: count(200_000),
  pings: count(1_000_000),
  seed: z.coerce.number().int().min(1).max(1_000_000).default(1),
  now: z.coerce.date().optional(),
  keep: z.boolean().default(false),
  reuse: z.boolean().default(false),
  strict: z.boolean().default(false),
});

export type BenchOptions = Required<z.infer<typeof optionsSchema>> & { now: Date };

/** Throws StartError with the usage for what is not understood. */
export function readOptions(args: string[], clock: Date): BenchOptions {
  const [text, flag] = [{ type: 'string' } as const, { type: 'boolean' } as const];
  const options = {
    ...{ services: text, pings: text, seed: text, now: text },
    ...{ keep: flag, reuse: flag, strict: flag },
  };
  try {
    const parsed = optionsSchema.parse(parseArgs({ args, options }).values);
    const hour = new Date(Math.floor(clock.getTime() / HOUR_MS) * HOUR_MS);
    return { ...parsed, now: parsed.now ?? (parsed.keep ? hour : new Date(FIXED_NOW)) };
  } catch {
    throw new StartError(USAGE);
  }
}
