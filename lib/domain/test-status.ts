import { STATUS_JOBS, type StatusItem } from './status';
import { UPSTREAM_CALLS } from './upstream-call';

const READ_AT = '2026-03-02T15:00:00.000Z';
const RECENTLY = '2026-03-02T14:59:50.000Z';

/** An installation in which everything goes as it should. */
export const testStatus: StatusItem = {
  read_at: READ_AT,
  instance: {
    name: 'pulso-1:3000',
    runner: true,
    version: '1.2.3',
    node: '22.12.0',
    started_at: '2026-03-01T15:00:00.000Z',
    memory_bytes: 210_000_000,
    loop_lag_ms: 3.2,
  },
  instances: [
    { name: 'pulso-1:3000', runner: true },
    { name: 'pulso-2:3000', runner: true },
  ],
  upstream: {
    calls: UPSTREAM_CALLS.map((kind) => ({
      kind,
      paused: false,
      last_ms: 180,
      last_ok_at: RECENTLY,
      last_fault: null,
      last_fault_at: null,
    })),
    budget: { used: 31, limit: 100, desk_reserve: 8, look_reserve: 40 },
    blocked_until: null,
  },
  pings: { running: 4, waiting: 1, carried: 2, oldest_due_seconds: 0 },
  jobs: STATUS_JOBS.map((name) => ({
    name,
    waiting: 0,
    last_done_at: RECENTLY,
    last_failed_at: null,
    failing: false,
  })),
  database: {
    version: '18.0',
    latency_ms: 0.8,
    bytes: 48_000_000,
    migrations: 13,
    known_migrations: 13,
    pool: { total: 4, idle: 4, waiting: 0 },
  },
  directory: { supported: true, services: 1200, running: false, finished_at: RECENTLY, problem: null },
  backup_at: RECENTLY,
};
