import { parseArgs } from 'node:util';
import { z } from 'zod';
import { StartError } from '@/lib/start-error';

const USAGE = `Usage: npm run bench -- [options]
  --only A,B     some parts: search, pages, totals, exports, lag, shown, load, soak (all but soak)
  --services N   services of the directory (200000)
  --pings N      pings of the last 90 days (1000000)
  --lag-pings N  pings of the part lag, three hundred a minute (1500)
  --shown-pings N  pings of the part shown, one after the other on each of two pages (30)
  --soak-minutes N  how long the part soak lasts (20)
  --seed N       another seed, other rows (1)
  --now T        the moment at which the history ends (2026-11-22T22:00:00Z; with --keep the hour that began last)
  --keep         leaves the data, and says how to open them in the console
  --reuse        measures what --keep left, without filling anew
  --strict       ends with code 1 when a target is missed`;

const FIXED_NOW = '2026-11-22T22:00:00Z';
const HOUR_MS = 3_600_000;

/** What can be measured. */
export const PARTS = ['search', 'pages', 'totals', 'exports', 'lag', 'shown', 'load', 'soak'] as const;
export type BenchPart = (typeof PARTS)[number];
/** What of it needs no history. */
export const LIVE_PARTS: readonly BenchPart[] = ['lag', 'shown', 'load', 'soak'];

const partsSchema = z
  .string()
  .transform((typed) => typed.split(','))
  .pipe(z.array(z.enum(PARTS)).min(1))
  // Nobody waits for the soak who did not ask for it.
  .default(PARTS.filter((part) => part !== 'soak'));

const count = (fallback: number) => z.coerce.number().int().min(1000).max(20_000_000).default(fallback);

const optionsSchema = z.object({
  only: partsSchema,
  'lag-pings': z.coerce.number().int().min(30).max(5000).default(1500),
  'shown-pings': z.coerce.number().int().min(5).max(1000).default(30),
  'soak-minutes': z.coerce.number().int().min(1).max(1440).default(20),
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
    ...{
      only: text,
      services: text,
      pings: text,
      'lag-pings': text,
      'shown-pings': text,
      'soak-minutes': text,
      seed: text,
      now: text,
    },
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
