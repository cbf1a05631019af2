import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { version } from '@/package.json';
import type { JobState } from './db/job-states';
import type { VitalSigns } from './db/vital-signs';
import type { Ping } from './domain/ping';
import { once } from './once';

const HTTP_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const UPSTREAM_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const LAG_SECONDS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10];
const PING_SECONDS = [2, 4, 6, 8, 10, 15, 20, 30, 45, 60, 120, 300];

function counters(register: Registry) {
  const registers = [register];
  return {
    requests: new Histogram({
      name: 'pulso_http_request_seconds',
      help: 'Requests to the API, by route, method and status.',
      labelNames: ['route', 'method', 'status'],
      buckets: HTTP_SECONDS,
      registers,
    }),
    upstream: new Histogram({
      name: 'pulso_upstream_call_seconds',
      help: 'Calls to WispHub, by kind and outcome.',
      labelNames: ['kind', 'outcome'],
      buckets: UPSTREAM_SECONDS,
      registers,
    }),
    pings: new Histogram({
      name: 'pulso_ping_seconds',
      help: 'Pings that this instance carried to their end, from acceptance, by state and verdict or failure.',
      labelNames: ['state', 'outcome', 'source'],
      buckets: PING_SECONDS,
      registers,
    }),
    lag: new Histogram({
      name: 'pulso_result_lag_seconds',
      help: 'How long WispHub probably had a result before it was stored: the part of the wait that is ours.',
      buckets: LAG_SECONDS,
      registers,
    }),
    uncertain: new Counter({
      name: 'pulso_launch_uncertain_total',
      help: 'Pings that ended with a launch of unknown outcome, which was repeated once and flagged.',
      registers,
    }),
    takeovers: new Counter({
      name: 'pulso_lease_takeovers_total',
      help: 'Pings taken over from a process that died.',
      registers,
    }),
    signIns: new Counter({
      name: 'pulso_sign_ins_total',
      help: 'Attempts to sign in, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
    denied: new Counter({
      name: 'pulso_denied_total',
      help: 'Requests refused because of a missing role, scope or credential, by code.',
      labelNames: ['code'],
      registers,
    }),
  };
}

/** What is read when somebody asks. */
function gauges(register: Registry) {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `pulso_${name}`, help, labelNames, registers: [register] });
  return {
    build: gauge('build_info', 'The version that runs.', ['version', 'node']),
    running: gauge('pings_running', 'Pings under way, over all instances.', ['phase']),
    oldestDue: gauge(
      'oldest_due_seconds',
      'How late the most overdue ping is that nobody carries: alert on this.',
    ),
    budget: gauge('upstream_budget_requests', 'Requests to WispHub in the last 60 seconds, and the limit.', [
      'kind',
    ]),
    blocked: gauge('upstream_blocked_seconds', 'How long WispHub still asks for silence.'),
    breaker: gauge('upstream_breaker_open', '1 while calls of this kind are not even tried.', ['kind']),
    directory: gauge('directory_age_seconds', 'Since the customer list was last read to its end.'),
    jobs: gauge('jobs', 'Background jobs that wait or are being done.'),
    jobFailing: gauge('job_failing', '1 while the last job of this name to end has failed.', ['name']),
    pool: gauge('database_connections', 'Connections of this instance to its database.', ['state']),
    size: gauge('database_bytes', 'Size of the database.'),
    up: gauge('database_up', '1 while the database answers.'),
  };
}

/** The metrics of this process. Never a label by service, person or address. */
export const metrics = once('metrics', () => {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const read = gauges(register);
  read.build.set({ version, node: process.version }, 1);
  return { register, count: counters(register), read };
});

/** Counts a ping that has just come to its end. */
export function countPing(ping: Ping): void {
  const { count } = metrics();
  const outcome = ping.verdict ?? ping.failure?.code ?? 'none';
  const seconds = ((ping.finishedAt ?? ping.createdAt).getTime() - ping.createdAt.getTime()) / 1000;
  count.pings.observe({ state: ping.state, outcome, source: ping.source }, seconds);
  if (ping.launchUncertain) count.uncertain.inc();
}

export type Readings = {
  /** Null while the database does not answer. */
  signs: VitalSigns | null;
  /** How background jobs ended last; null while the database does not answer. */
  jobs: readonly JobState[] | null;
  rate: number;
  pool: { total: number; idle: number; waiting: number };
  openBreakers: Readonly<Record<string, boolean>>;
};

/** All metrics in the text format of Prometheus. */
export function renderMetrics({ signs, jobs, rate, pool, openBreakers }: Readings): Promise<string> {
  const { register, read } = metrics();
  read.up.set(signs === null ? 0 : 1);
  read.budget.set({ kind: 'limit' }, rate);
  for (const [state, count] of Object.entries(pool)) read.pool.set({ state }, count);
  for (const [kind, isOpen] of Object.entries(openBreakers)) read.breaker.set({ kind }, isOpen ? 1 : 0);
  // What nobody can tell now must not be told as it was.
  read.jobFailing.reset();
  for (const { name, failing } of jobs ?? []) read.jobFailing.set({ name }, failing ? 1 : 0);
  if (signs === null) {
    read.running.reset();
    read.budget.remove('used');
    for (const gauge of [read.oldestDue, read.blocked, read.directory, read.jobs, read.size]) gauge.remove();
  } else {
    read.running.set({ phase: 'launch' }, signs.waiting);
    read.running.set({ phase: 'look' }, signs.running - signs.waiting);
    read.oldestDue.set(signs.oldestDueSeconds);
    read.budget.set({ kind: 'used' }, signs.budgetUsed);
    read.blocked.set(signs.blockedSeconds);
    // An age that nobody knows is no sample, and not 0.
    if (signs.directoryAgeSeconds === null) read.directory.remove();
    else read.directory.set(signs.directoryAgeSeconds);
    read.jobs.set(signs.jobs);
    read.size.set(signs.sizeBytes);
  }
  return register.metrics();
}
