import type { Database } from '@/lib/db/client';
import type { FactStore } from '@/lib/db/fact-store';
import type { Origin } from '@/lib/domain/audit';
import type { Policy } from '@/lib/domain/advance';
import type { Job } from '@/lib/domain/job';
import type { Actor } from '@/lib/domain/role';
import type { Gateway } from '@/lib/wisphub/gateway';

export type Limits = {
  ratePerMinute: number;
  launchSpacingMs: number;
  launchesPerMinute: number;
  /** How long a claimed ping stays ours without a sign of life. */
  leaseMs: number;
};

export type Log = {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
};

/** What every operation needs of the outside world; a test hands in a fixed clock and a fixed random. */
export type System = {
  db: Database;
  wisphub: Gateway;
  policy: Policy;
  limits: Limits;
  now: () => Date;
  random: () => number;
  newId: () => string;
  /** `instance/process`: who holds a lease. */
  owner: string;
  log: Log;
  /** Keeps a promise known to the shutdown, which waits for calls in flight. */
  track: <T>(work: Promise<T>) => Promise<T>;
  isDraining: () => boolean;
  /** The operator's time zone, in which days begin and end. */
  timeZone: string;
  /** What totals and charts are counted from. */
  facts: FactStore;
  /** Hands a job to the queue; it resolves when the job is kept, and some instance does it later. */
  enqueue: (job: Job) => Promise<void>;
};

/** The system with the one who asks, and from where. */
export type Context = System & { actor: Actor; origin: Origin };
