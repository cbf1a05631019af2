import { describe, expect, it } from 'vitest';
import { testPing } from './domain/test-ping';
import { countPing, metrics, renderMetrics, type Readings } from './metrics';

const calm: Readings = {
  signs: {
    running: 5,
    waiting: 2,
    oldestDueSeconds: 0,
    budgetUsed: 40,
    blockedSeconds: 0,
    directoryAgeSeconds: 3600,
    jobs: 1,
    sizeBytes: 9_000_000,
  },
  jobs: [
    { name: 'sync_directory', waiting: 0, lastDoneAt: null, lastFailedAt: null, failing: true },
    { name: 'apply_retention', waiting: 0, lastDoneAt: null, lastFailedAt: null, failing: false },
  ],
  rate: 100,
  pool: { total: 4, idle: 3, waiting: 0 },
  openBreakers: { launch: false, read: true },
};

const linesOf = async (readings: Readings) =>
  (await renderMetrics(readings)).split('\n').filter((line) => line.startsWith('pulso_'));

describe('the metrics', () => {
  it('hold what an alert needs, in numbers', async () => {
    const lines = await linesOf(calm);
    for (const line of [
      'pulso_database_up 1',
      'pulso_oldest_due_seconds 0',
      'pulso_pings_running{phase="launch"} 2',
      'pulso_pings_running{phase="look"} 3',
      'pulso_upstream_budget_requests{kind="used"} 40',
      'pulso_upstream_budget_requests{kind="limit"} 100',
      'pulso_upstream_breaker_open{kind="read"} 1',
      'pulso_upstream_breaker_open{kind="launch"} 0',
      'pulso_directory_age_seconds 3600',
      'pulso_job_failing{name="sync_directory"} 1',
      'pulso_job_failing{name="apply_retention"} 0',
      'pulso_database_connections{state="waiting"} 0',
    ]) {
      expect(lines).toContain(line);
    }
  });

  it('of a silent database are left out, and not told as they were or as 0', async () => {
    await linesOf(calm);
    const lines = await linesOf({ ...calm, signs: null, jobs: null });
    expect(lines).toContain('pulso_database_up 0');
    expect(
      lines.filter((line) => /oldest_due|pings_running|directory_age|kind="used"|job/.test(line)),
    ).toEqual([]);
    expect(lines).toContain('pulso_upstream_budget_requests{kind="limit"} 100');
  });

  it('tell no age of a directory that was never read', async () => {
    const signs = calm.signs && { ...calm.signs, directoryAgeSeconds: null };
    const lines = await linesOf({ ...calm, signs });
    expect(lines.filter((line) => line.includes('directory_age'))).toEqual([]);
  });

  it('count a ping by how it ended, and its uncertain launch, without its service', async () => {
    const before = (await metrics().register.getSingleMetric('pulso_launch_uncertain_total')?.get())
      ?.values[0]?.value;
    const ping = testPing(
      {},
      { serviceId: 424_242, launchUncertain: true, state: 'finished', verdict: 'stable' },
    );
    countPing({ ...ping, finishedAt: new Date(ping.createdAt.getTime() + 7000) });
    const text = await renderMetrics(calm);
    expect(text).toMatch(
      /pulso_ping_seconds_bucket\{le="8",state="finished",outcome="stable",source="desk"\} 1/,
    );
    expect(text).toContain(`pulso_launch_uncertain_total ${(before ?? 0) + 1}`);
    expect(text).not.toContain('424242');
  });
});
