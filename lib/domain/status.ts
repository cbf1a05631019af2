import { z } from 'zod';
import { loadProblemSchema } from './directory-load';
import type { JobName } from './job';
import { UPSTREAM_CALLS } from './upstream-call';

const moment = z.iso.datetime();

/** The background jobs; a new one does not compile until it stands here. */
const JOBS = {
  sync_directory: 'sync_directory',
  take_over_import: 'take_over_import',
  export_history: 'export_history',
  apply_retention: 'apply_retention',
} as const satisfies { [Name in JobName]: Name };
export const STATUS_JOBS: readonly JobName[] = Object.values(JOBS);

const callStateSchema = z.object({
  kind: z.enum(UPSTREAM_CALLS),
  /** True while calls of this kind are not even tried. */
  paused: z.boolean(),
  last_ms: z.number().nullable(),
  last_ok_at: moment.nullable(),
  last_fault: z.string().nullable(),
  last_fault_at: moment.nullable(),
});

const jobStateSchema = z.object({
  name: z.enum(JOBS),
  /** Those that wait or are being done. */
  waiting: z.number().int(),
  last_done_at: moment.nullable(),
  last_failed_at: moment.nullable(),
  /** True when the last one to end has failed, or is being tried again. */
  failing: z.boolean(),
});

const instanceSchema = z.object({ name: z.string(), runner: z.boolean() });

/** How the whole installation stands, as the instance that was asked sees it. Null is what nobody knows. */
export const statusItemSchema = z.object({
  read_at: moment,
  instance: instanceSchema.extend({
    version: z.string(),
    node: z.string(),
    started_at: moment,
    memory_bytes: z.number(),
    /** The slowest hundredth of the waits for the processor in the last minute. */
    loop_lag_ms: z.number(),
  }),
  /** Those that are connected to the database now; empty where it does not tell. */
  instances: z.array(instanceSchema),
  upstream: z.object({
    calls: z.array(callStateSchema),
    budget: z.object({
      used: z.number().int(),
      limit: z.number().int(),
      /** Requests of the minute that only the desk may spend, and those that launches may not take. */
      desk_reserve: z.number().int(),
      look_reserve: z.number().int(),
    }),
    blocked_until: moment.nullable(),
  }),
  pings: z.object({
    running: z.number().int(),
    waiting: z.number().int(),
    carried: z.number().int(),
    oldest_due_seconds: z.number(),
  }),
  jobs: z.array(jobStateSchema),
  database: z.object({
    version: z.string(),
    latency_ms: z.number(),
    bytes: z.number(),
    migrations: z.number().int(),
    known_migrations: z.number().int(),
    pool: z.object({ total: z.number().int(), idle: z.number().int(), waiting: z.number().int() }),
  }),
  directory: z.object({
    supported: z.boolean(),
    services: z.number().int(),
    running: z.boolean(),
    finished_at: moment.nullable(),
    problem: loadProblemSchema.nullable(),
  }),
  /** The last backup by our own command; others leave no trace here. */
  backup_at: moment.nullable(),
});

export type StatusItem = z.infer<typeof statusItemSchema>;
export type CallState = StatusItem['upstream']['calls'][number];
export type JobState = StatusItem['jobs'][number];
