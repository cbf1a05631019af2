'use client';

import { DataSigns } from '@/components/status/data-signs';
import { StatusSummary } from '@/components/status/status-summary';
import { UpstreamSigns } from '@/components/status/upstream-signs';
import { WorkSigns } from '@/components/status/work-signs';
import { testStatus } from '@/lib/domain/test-status';
import type { StatusItem } from '@/lib/domain/status';
import { Shelf, Specimen } from './shelf';

const { read_at: readAt, upstream, database, jobs } = testStatus;

/** An installation in which a lot goes wrong at once. */
const TROUBLED: StatusItem = {
  ...testStatus,
  instance: { ...testStatus.instance, runner: false },
  instances: [{ name: 'pulso-1:3000', runner: false }],
  upstream: {
    calls: upstream.calls.map((call) => ({
      ...call,
      paused: call.kind === 'launch',
      last_ok_at: call.kind === 'list' ? null : call.last_ok_at,
      last_fault: call.kind === 'list' ? null : 'timeout',
      last_fault_at: call.kind === 'list' ? null : readAt,
    })),
    budget: { ...upstream.budget, used: 96 },
    blocked_until: new Date(Date.parse(readAt) + 90_000).toISOString(),
  },
  pings: { running: 41, waiting: 12, carried: 0, oldest_due_seconds: 74 },
  jobs: jobs.map((job) => ({ ...job, failing: job.name === 'sync_directory', last_failed_at: readAt })),
  database: { ...database, latency_ms: 340, pool: { total: 20, idle: 0, waiting: 7 } },
  directory: { ...testStatus.directory, finished_at: null, problem: 'upstream_timeout' },
  backup_at: null,
};

/** The status of the system when all is well, when it is not, and when nobody knows. */
export function StatusShelf() {
  return (
    <Shelf
      id="status"
      name="Status of the system"
      hint="What is unknown is never drawn as good."
      columns="two"
    >
      <Specimen name="all is well">
        <StatusSummary status={testStatus} isStale={false} />
      </Specimen>
      <Specimen name="it could not be read again">
        <StatusSummary status={testStatus} isStale />
      </Specimen>
      <Specimen name="a lot goes wrong">
        <StatusSummary status={TROUBLED} isStale={false} />
        <UpstreamSigns status={TROUBLED} />
      </Specimen>
      <Specimen name="the same: work and data">
        <WorkSigns status={TROUBLED} />
        <DataSigns status={TROUBLED} />
      </Specimen>
    </Shelf>
  );
}
