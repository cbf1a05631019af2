import type { CallState, JobState, StatusItem } from './status';

/** `plain` is a figure that is neither good nor bad; `unknown` is never drawn as good. */
export type Level = 'good' | 'warn' | 'bad' | 'unknown' | 'plain';

export const ADVICE_KEYS = [
  'callsPaused',
  'callsFault',
  'callsAuth',
  'budgetFull',
  'silence',
  'noRunner',
  'late',
  'jobFailing',
  'databaseSlow',
  'poolFull',
  'migrationsMissing',
  'migrationsNewer',
  'directoryNever',
  'directoryOld',
  'directoryProblem',
  'backupUnknown',
  'backupOld',
  'loopSlow',
] as const;

/** What to do about a sign that is not good. */
export type Advice = (typeof ADVICE_KEYS)[number];

export type Judgement = { level: Level; advice: Advice | null };

const good: Judgement = { level: 'good', advice: null };
const plain: Judgement = { level: 'plain', advice: null };

/** A good answer says nothing of now once it is older than this. */
const CALL_COUNTS_MS = 10 * 60_000;
/** The same figures as in deploy/prometheus/pulso-alerts.yml, so that the page and the pager never disagree. */
export const BUDGET_FULL = 0.9;
export const LATE_SECONDS = 20;
const VERY_LATE_SECONDS = 60;
export const LOOP_SLOW_MS = 100;
export const DIRECTORY_OLD_HOURS = 13;
const DIRECTORY_VERY_OLD_HOURS = 48;
const DATABASE_SLOW_MS = 100;
const DATABASE_VERY_SLOW_MS = 1000;
const BACKUP_OLD_HOURS = 7 * 24;

const HOUR_MS = 3_600_000;

const isAfter = (a: string | null, b: string | null) =>
  a !== null && (b === null || Date.parse(a) > Date.parse(b));

/** How calls of one kind go. No call, or none for ten minutes, is no good sign and no bad one. */
export function judgeCalls(call: CallState, now: number): Judgement {
  if (call.paused) return { level: 'bad', advice: 'callsPaused' };
  if (isAfter(call.last_fault_at, call.last_ok_at)) {
    return call.last_fault === 'auth'
      ? { level: 'bad', advice: 'callsAuth' }
      : { level: 'warn', advice: 'callsFault' };
  }
  const isYoung = call.last_ok_at !== null && now - Date.parse(call.last_ok_at) <= CALL_COUNTS_MS;
  return isYoung ? good : { level: 'unknown', advice: null };
}

/** When each kind of call was last answered that says nothing of now only because it is long ago; the newest first. */
export function oldAnswers({ upstream, read_at: readAt }: StatusItem): string[] {
  const unknown = upstream.calls.filter((call) => judgeCalls(call, Date.parse(readAt)).level === 'unknown');
  const answered = unknown.flatMap(({ last_ok_at: at }) => (at === null ? [] : [at]));
  return answered.sort((a, b) => Date.parse(b) - Date.parse(a));
}

export function judgeBudget({ used, limit }: StatusItem['upstream']['budget']): Judgement {
  return used >= limit * BUDGET_FULL ? { level: 'warn', advice: 'budgetFull' } : good;
}

export function judgeSilence(blockedUntil: string | null, now: number): Judgement {
  const isBlocked = blockedUntil !== null && Date.parse(blockedUntil) > now;
  return isBlocked ? { level: 'warn', advice: 'silence' } : good;
}

/** Somebody must carry the pings. Where the database does not tell who is there, only this instance is known. */
export function judgeRunner({ instance, instances }: Pick<StatusItem, 'instance' | 'instances'>): Judgement {
  if (instance.runner || instances.some(({ runner }) => runner)) return good;
  return { level: instances.length === 0 ? 'unknown' : 'bad', advice: 'noRunner' };
}

export function judgeLateness(seconds: number): Judgement {
  if (seconds <= LATE_SECONDS) return good;
  return { level: seconds > VERY_LATE_SECONDS ? 'bad' : 'warn', advice: 'late' };
}

export function judgeJob(job: JobState): Judgement {
  if (job.failing) return { level: 'warn', advice: 'jobFailing' };
  return job.last_done_at === null ? plain : good;
}

export function judgeDatabase({ latency_ms: ms }: StatusItem['database']): Judgement {
  if (ms <= DATABASE_SLOW_MS) return good;
  return { level: ms > DATABASE_VERY_SLOW_MS ? 'bad' : 'warn', advice: 'databaseSlow' };
}

export function judgePool({ waiting }: StatusItem['database']['pool']): Judgement {
  return waiting > 0 ? { level: 'warn', advice: 'poolFull' } : good;
}

export function judgeMigrations(database: StatusItem['database']): Judgement {
  const { migrations, known_migrations: known } = database;
  if (migrations === known) return good;
  return migrations > known
    ? { level: 'warn', advice: 'migrationsNewer' }
    : { level: 'bad', advice: 'migrationsMissing' };
}

export function judgeDirectory(directory: StatusItem['directory'], now: number): Judgement {
  if (!directory.supported) return plain;
  if (directory.problem !== null) return { level: 'warn', advice: 'directoryProblem' };
  if (directory.finished_at === null) return { level: 'unknown', advice: 'directoryNever' };
  const hours = (now - Date.parse(directory.finished_at)) / HOUR_MS;
  if (hours <= DIRECTORY_OLD_HOURS) return good;
  return { level: hours > DIRECTORY_VERY_OLD_HOURS ? 'bad' : 'warn', advice: 'directoryOld' };
}

export function judgeBackup(backupAt: string | null, now: number): Judgement {
  if (backupAt === null) return { level: 'unknown', advice: 'backupUnknown' };
  const hours = (now - Date.parse(backupAt)) / HOUR_MS;
  return hours > BACKUP_OLD_HOURS ? { level: 'warn', advice: 'backupOld' } : good;
}

export function judgeLoop(lagMs: number): Judgement {
  return lagMs > LOOP_SLOW_MS ? { level: 'warn', advice: 'loopSlow' } : good;
}

/** Every judgement of a reading, for the sentence at its top. */
export function judgeAll(status: StatusItem): Judgement[] {
  const now = Date.parse(status.read_at);
  const { upstream, pings, jobs, database, directory, instance } = status;
  return [
    ...upstream.calls.map((call) => judgeCalls(call, now)),
    judgeBudget(upstream.budget),
    judgeSilence(upstream.blocked_until, now),
    judgeRunner(status),
    judgeLateness(pings.oldest_due_seconds),
    ...jobs.map(judgeJob),
    judgeDatabase(database),
    judgePool(database.pool),
    judgeMigrations(database),
    judgeDirectory(directory, now),
    judgeBackup(status.backup_at, now),
    judgeLoop(instance.loop_lag_ms),
  ];
}

const RANKS: readonly Level[] = ['bad', 'warn', 'unknown', 'good', 'plain'];

/** The gravest level of some, which speaks for all of them; unknown comes before good. */
export const gravest = (levels: readonly Level[]): Level =>
  RANKS.find((level) => levels.includes(level)) ?? 'unknown';
