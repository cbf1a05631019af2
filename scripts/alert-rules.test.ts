import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BUDGET_FULL, DIRECTORY_OLD_HOURS, LATE_SECONDS, LOOP_SLOW_MS } from '@/lib/domain/status-signs';
import { STATUS_JOBS } from '@/lib/domain/status';
import { testPing } from '@/lib/domain/test-ping';
import { UPSTREAM_CALLS } from '@/lib/domain/upstream-call';
import { countPing, metrics, renderMetrics } from '@/lib/metrics';

// It comes with the linter, and nothing of the product needs it.
const yaml: { load(text: string): unknown } = createRequire(import.meta.url)('js-yaml');

const read = (name: string) => yaml.load(readFileSync(`deploy/prometheus/${name}`, 'utf8'));

const ruleSchema = z.strictObject({
  alert: z.string(),
  expr: z.string(),
  for: z
    .string()
    .regex(/^\d+[smh]$/)
    .optional(),
  labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.strictObject({ summary: z.string().min(10), action: z.string().min(10) }),
});
const rules = z
  .strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(ruleSchema) })) })
  .parse(read('pulso-alerts.yml'))
  .groups.flatMap((group) => group.rules);

/** What /api/metrics shows when everything has happened once. */
async function exposed(): Promise<string> {
  const { count } = metrics();
  count.requests.observe({ route: '/', method: 'GET', status: '500' }, 0.1);
  for (const kind of UPSTREAM_CALLS) count.upstream.observe({ kind, outcome: 'auth' }, 0.1);
  countPing(testPing({}, { launchUncertain: true }));
  count.takeovers.inc();
  for (const outcome of ['in', 'refused', 'wait']) count.signIns.inc({ outcome });
  for (const code of ['unauthorized', 'forbidden']) count.denied.inc({ code });
  const never = { waiting: 0, lastDoneAt: null, lastFailedAt: null, failing: false };
  return renderMetrics({
    signs: {
      running: 1,
      waiting: 1,
      oldestDueSeconds: 0,
      budgetUsed: 1,
      blockedSeconds: 0,
      directoryAgeSeconds: 1,
      jobs: 0,
      sizeBytes: 1,
    },
    jobs: STATUS_JOBS.map((name) => ({ name, ...never })),
    rate: 100,
    pool: { total: 1, idle: 1, waiting: 0 },
    openBreakers: { launch: false, read: false, list: false },
  });
}

type Sample = { name: string; labels: Record<string, string> };

const labelsIn = (text: string) => [...text.matchAll(/(\w+)(=~|!=|=)"([^"]*)"/g)];

const samples: Sample[] = (await exposed())
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [, name = '', inside = ''] = /^(\w+)(?:\{(.*)\})? /.exec(line) ?? [];
    return { name, labels: Object.fromEntries(labelsIn(inside).map(([, label, , value]) => [label, value])) };
  });

const FUNCTIONS = /\b(?:max|min|sum|by|rate|increase)\b/g;
/** What Prometheus itself puts on every sample. */
const OWN_LABELS = ['job', 'instance'];

/** The metrics of an expression, each with what it demands of the labels. */
function selectorsIn(expr: string) {
  const plain = expr.replace(/\bby \([^)]*\)/g, ' ').replace(/\[\w+\]/g, ' ');
  return [...plain.matchAll(/([a-z_][a-z0-9_]*)(\{[^}]*\})?/g)]
    .map(([, name = '', inside = '']) => ({ name, demands: labelsIn(inside) }))
    .filter(({ name }) => name.replace(FUNCTIONS, '') !== '');
}

const fits = (value: string | undefined, operator: string | undefined, wanted: string) =>
  value !== undefined && (operator === '=~' ? new RegExp(`^(?:${wanted})$`).test(value) : value === wanted);

describe('the alert rules', () => {
  it.each(rules.map((rule) => [rule.alert, rule.expr] as const))(
    '%s asks for samples that /api/metrics has',
    (_alert, expr) => {
      const asked = selectorsIn(expr).filter(({ name }) => name !== 'up');
      expect(asked.length + Number(expr.startsWith('up{'))).toBeGreaterThan(0);
      for (const { name, demands } of asked) {
        const own = demands.filter(([, label = '']) => !OWN_LABELS.includes(label));
        const found = samples.filter(
          (sample) =>
            sample.name === name &&
            own.every(([, label = '', operator, wanted = '']) =>
              fits(sample.labels[label], operator, wanted),
            ),
        );
        expect(found, `${name} ${JSON.stringify(own.map(([text]) => text))}`).not.toEqual([]);
      }
    },
  );

  it.each(rules.map((rule) => [rule.alert, rule] as const))(
    '%s groups by, and tells, labels that its samples have',
    (_alert, { expr, annotations }) => {
      const grouped = /\bby \((\w+)\)/.exec(expr)?.[1];
      const told = [...annotations.summary.matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label ?? '');
      const known = samples
        .filter(({ name }) => expr.includes(name))
        .flatMap(({ labels }) => Object.keys(labels));
      for (const label of [...told, ...(grouped === undefined ? [] : [grouped])])
        expect([...known, ...OWN_LABELS]).toContain(label);
      // What was added up without it has lost it.
      if (/^(?:max|sum)/.test(expr)) for (const label of told) expect(label).toBe(grouped);
    },
  );

  it('have the thresholds of the status page', () => {
    const expr = (alert: string) => rules.find((rule) => rule.alert === alert)?.expr;
    expect(expr('PulsoPingsOverdue')).toMatch(new RegExp(`> ${LATE_SECONDS}$`));
    expect(expr('PulsoBudgetSaturated')).toMatch(new RegExp(`> ${BUDGET_FULL}$`));
    expect(expr('PulsoSlowLoop')).toMatch(new RegExp(`> ${LOOP_SLOW_MS / 1000}$`));
    expect(expr('PulsoDirectoryOld')).toMatch(new RegExp(`> ${DIRECTORY_OLD_HOURS} \\* 3600$`));
  });

  it('have names of their own, and the example of a scrape finds them', () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    const scrape = z
      .looseObject({
        rule_files: z.array(z.string()),
        scrape_configs: z.array(z.looseObject({ job_name: z.string(), metrics_path: z.string() })),
      })
      .parse(read('scrape.yml'));
    expect(scrape.rule_files).toEqual(['pulso-alerts.yml']);
    expect(scrape.scrape_configs.map((one) => [one.job_name, one.metrics_path])).toEqual([
      ['pulso', '/api/metrics'],
    ]);
  });
});
