import type { StatusItem } from '@/lib/domain/status';
import type { Status } from '@/lib/operations/read-status';

const iso = (moment: Date | number | null) => (moment === null ? null : new Date(moment).toISOString());

const tenths = (value: number) => Math.round(value * 10) / 10;

function toUpstream({ upstream, facts }: Status): StatusItem['upstream'] {
  const { used, limit, deskReserve, lookReserve } = upstream.budget;
  return {
    calls: upstream.calls.map(({ kind, paused, lastMs, lastOkAt, lastFault, lastFaultAt }) => ({
      kind,
      paused,
      last_ms: lastMs,
      last_ok_at: iso(lastOkAt),
      last_fault: lastFault,
      last_fault_at: iso(lastFaultAt),
    })),
    budget: { used, limit, desk_reserve: deskReserve, look_reserve: lookReserve },
    blocked_until: iso(facts.blockedUntil),
  };
}

/** The status as the API and the browser see it. */
export function toStatusItem(status: Status): StatusItem {
  const { self, signs, facts, pool, jobs, directory } = status;
  return {
    read_at: status.readAt.toISOString(),
    instance: {
      name: self.instance,
      runner: self.runner,
      version: self.version,
      node: self.node,
      started_at: self.startedAt.toISOString(),
      memory_bytes: self.memoryBytes,
      loop_lag_ms: tenths(self.loopLagMs),
    },
    instances: facts.instances,
    upstream: toUpstream(status),
    pings: {
      running: signs.running,
      waiting: signs.waiting,
      carried: facts.carried,
      oldest_due_seconds: tenths(signs.oldestDueSeconds),
    },
    jobs: jobs.map(({ name, waiting, lastDoneAt, lastFailedAt, failing }) => ({
      name,
      waiting,
      last_done_at: iso(lastDoneAt),
      last_failed_at: iso(lastFailedAt),
      failing,
    })),
    database: {
      version: facts.version,
      latency_ms: tenths(facts.latencyMs),
      bytes: signs.sizeBytes,
      migrations: facts.migrations,
      known_migrations: facts.knownMigrations,
      pool,
    },
    directory: {
      supported: directory.supported,
      services: directory.services,
      running: directory.running,
      finished_at: iso(directory.finishedAt),
      problem: directory.problem,
    },
    backup_at: iso(facts.backupAt),
  };
}
