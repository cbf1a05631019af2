import { describe, expect, it } from 'vitest';
import type { CallState, StatusItem } from './status';
import {
  gravest,
  judgeAll,
  judgeBackup,
  judgeBudget,
  judgeCalls,
  judgeDatabase,
  judgeDirectory,
  judgeJob,
  judgeLateness,
  judgeLoop,
  judgeMigrations,
  judgePool,
  judgeRunner,
  judgeSilence,
  oldAnswers,
} from './status-signs';
import { testStatus } from './test-status';

const now = Date.parse(testStatus.read_at);
const ago = (ms: number) => new Date(now - ms).toISOString();
const HOUR = 3_600_000;

const call: CallState = {
  kind: 'launch',
  paused: false,
  last_ms: 120,
  last_ok_at: ago(1000),
  last_fault: null,
  last_fault_at: null,
};
const judged = (changes: Partial<CallState>) => judgeCalls({ ...call, ...changes }, now);
const levelOf = (changes: Partial<StatusItem['database']>) =>
  judgeDatabase({ ...testStatus.database, ...changes }).level;

describe('calls to WispHub', () => {
  it('are good while the last one was answered', () => {
    expect(judged({})).toEqual({ level: 'good', advice: null });
    expect(judged({ last_fault: 'timeout', last_fault_at: ago(5000) }).level).toBe('good');
  });

  it('that are not even tried are bad, whatever was before', () => {
    expect(judged({ paused: true })).toEqual({ level: 'bad', advice: 'callsPaused' });
  });

  it('ask for attention when the last one failed, and for a new key when it was refused', () => {
    expect(judged({ last_fault: 'timeout', last_fault_at: ago(0) }).advice).toBe('callsFault');
    expect(judged({ last_fault: 'auth', last_fault_at: ago(0) })).toEqual({
      level: 'bad',
      advice: 'callsAuth',
    });
  });

  it('of long ago, or never made, are unknown and not good', () => {
    expect(judged({ last_ok_at: null, last_ms: null }).level).toBe('unknown');
    expect(judged({ last_ok_at: ago(11 * 60_000) }).level).toBe('unknown');
  });

  it('that were answered long ago are told from those never made, the newest first', () => {
    const { calls } = testStatus.upstream;
    const at = [ago(HOUR), ago(11 * 60_000), null];
    const old = calls.map((one, index) => ({ ...one, last_ok_at: at[index] ?? null, last_ms: null }));
    const status = { ...testStatus, upstream: { ...testStatus.upstream, calls: old } };
    expect(oldAnswers(status)).toEqual([ago(11 * 60_000), ago(HOUR)]);
    expect(oldAnswers(testStatus)).toEqual([]);
  });
});

describe('a sign', () => {
  it.each([
    ['a budget with room', judgeBudget({ used: 89, limit: 100, desk_reserve: 8, look_reserve: 40 }), 'good'],
    ['a full budget', judgeBudget({ used: 90, limit: 100, desk_reserve: 8, look_reserve: 40 }), 'warn'],
    ['a silence that is over', judgeSilence(ago(1), now), 'good'],
    ['a silence', judgeSilence(ago(-1000), now), 'warn'],
    ['a ping that is due', judgeLateness(20), 'good'],
    ['a ping that nobody took', judgeLateness(21), 'warn'],
    ['a ping that nobody takes', judgeLateness(61), 'bad'],
    ['no waiting query', judgePool({ total: 5, idle: 5, waiting: 0 }), 'good'],
    ['a waiting query', judgePool({ total: 20, idle: 0, waiting: 1 }), 'warn'],
    ['an unknown backup', judgeBackup(null, now), 'unknown'],
    ['a young backup', judgeBackup(ago(24 * HOUR), now), 'good'],
    ['an old backup', judgeBackup(ago(8 * 24 * HOUR), now), 'warn'],
    ['a quick process', judgeLoop(100), 'good'],
    ['a loaded process', judgeLoop(101), 'warn'],
  ])('%s', (_what, judgement, level) => {
    expect(judgement.level).toBe(level);
    expect(judgement.advice === null).toBe(level === 'good');
  });

  it('of the database follows its latency', () => {
    expect([1, 101, 1001].map((ms) => levelOf({ latency_ms: ms }))).toEqual(['good', 'warn', 'bad']);
  });

  it('of its structure tells whether the database or this version is behind', () => {
    const of = (migrations: number) =>
      judgeMigrations({ ...testStatus.database, migrations, known_migrations: 10 });
    expect([of(9).advice, of(10).advice, of(11).advice]).toEqual([
      'migrationsMissing',
      null,
      'migrationsNewer',
    ]);
  });

  it('of the directory is plain where WispHub has none, unknown before the first, and ages', () => {
    const of = (changes: Partial<StatusItem['directory']>) =>
      judgeDirectory({ ...testStatus.directory, ...changes }, now).level;
    expect(of({ supported: false, finished_at: null })).toBe('plain');
    expect(of({ finished_at: null })).toBe('unknown');
    expect(of({ finished_at: ago(12 * HOUR) })).toBe('good');
    expect(of({ finished_at: ago(14 * HOUR) })).toBe('warn');
    expect(of({ finished_at: ago(49 * HOUR) })).toBe('bad');
    expect(of({ finished_at: ago(HOUR), problem: 'shrunk' })).toBe('warn');
  });

  it('of a job that was never done is plain, and of one that fails is no good one', () => {
    const job = { name: 'export_history', waiting: 0, last_done_at: null, last_failed_at: null } as const;
    expect(judgeJob({ ...job, failing: false }).level).toBe('plain');
    expect(judgeJob({ ...job, last_done_at: ago(0), failing: false }).level).toBe('good');
    expect(judgeJob({ ...job, last_done_at: ago(HOUR), last_failed_at: ago(0), failing: true }).level).toBe(
      'warn',
    );
  });

  it('of the runner is good when any instance carries pings, bad when none does, unknown when nobody knows', () => {
    const web = { ...testStatus.instance, runner: false };
    const of = (instances: StatusItem['instances']) => judgeRunner({ instance: web, instances }).level;
    expect(of([{ name: 'other:3000', runner: true }])).toBe('good');
    expect(of([{ name: 'other:3000', runner: false }])).toBe('bad');
    expect(of([])).toBe('unknown');
  });
});

describe('all signs together', () => {
  it('of a calm installation are good, apart from plain figures', () => {
    const levels = judgeAll(testStatus).map(({ level }) => level);
    expect(levels.filter((level) => level !== 'good' && level !== 'plain')).toEqual([]);
    expect(gravest(levels)).toBe('good');
  });

  it('are as the gravest of them, and unknown before good', () => {
    expect(gravest(['good', 'unknown', 'plain'])).toBe('unknown');
    expect(gravest(['good', 'warn', 'unknown'])).toBe('warn');
    expect(gravest(['warn', 'bad'])).toBe('bad');
  });
});
