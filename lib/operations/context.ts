import type { Database, Queryable } from '@/lib/db/client';
import type { FactStore } from '@/lib/db/fact-store';
import type { Origin } from '@/lib/domain/audit';
import type { Policy } from '@/lib/domain/advance';
import type { Job, JobName } from '@/lib/domain/job';
import type { Actor } from '@/lib/domain/role';
import type { Settings } from '@/lib/domain/settings';
import type { UpstreamCall } from '@/lib/domain/upstream-call';
import type { ProcessFacts } from '@/lib/process-facts';
import type { PingChanges } from '@/lib/ping-changes';
import type { SecondSteps } from '@/lib/second-step';
import type { UpstreamHealth } from '@/lib/upstream-health';
import type { Gateway } from '@/lib/wisphub/gateway';

export type Limits = {
  ratePerMinute: number;
  launchSpacingMs: number;
  launchesPerMinute: number;
  /** Requests to our API, by one person and by one token. */
  requestsPerMinute: number;
  tokenRequestsPerMinute: number;
  /** How long a claimed ping stays ours without a sign of life. */
  leaseMs: number;
};

export type Log = {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
};

/** Argon2 behind a queue; see lib/password.ts. */
export type Passwords = {
  hash: (password: string) => Promise<string>;
  /** Without a hash it does the same work and says no. */
  verify: (password: string, hash: string | null) => Promise<boolean>;
};

/** What this process knows of itself, and of WispHub by its own calls. */
export type SelfFacts = ProcessFacts & {
  instance: string;
  runner: boolean;
  calls: Readonly<Record<UpstreamCall, UpstreamHealth>>;
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
  /** True while this instance believes WispHub to be down, and asks it a small question now and then by itself. */
  isDown: () => boolean;
  /** What becomes of a ping that somebody at the desk asks for while WispHub is down. */
  whileDown: Settings['whileDown'];
  /** Keeps a promise known to the shutdown, which waits for calls in flight. */
  track: <T>(work: Promise<T>) => Promise<T>;
  isDraining: () => boolean;
  /** The operator's time zone, in which days begin and end. */
  timeZone: string;
  /** What totals and charts are counted from. */
  facts: FactStore;
  /** Hands a job to the queue as part of a transaction; once that is committed, some instance does it. */
  enqueue: (job: Job, tx: Queryable) => Promise<void>;
  /** Says that a job of this kind was committed, so that it is begun at once and not within seconds. */
  hurry: (name: JobName) => void;
  /** Those who wait for a ping here. */
  changes: PingChanges;
  /** Takes note of how long WispHub probably had a result before it was stored here. */
  noteLag: (ms: number) => void;
  passwords: Passwords;
  secondSteps: SecondSteps;
  self: () => SelfFacts;
};

/** The system with the one who asks, and from where. */
export type Context = System & { actor: Actor; origin: Origin };

/** The same for the few operations that answer somebody who has not signed in. */
export type OpenContext = System & { actor: null; origin: Origin };
