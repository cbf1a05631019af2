import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pLimit from 'p-limit';
import type { Experiment, Row } from './chaos/experiment';
import { experiments, patient } from './chaos/experiments';
import { tryMutants } from './chaos/mutants';
import { runExperiment } from './chaos/run-experiment';
import { tableOf } from './chaos/table';
import { requireBuild } from './run-next';
import { withScope, type Scope } from './shutdown';

const USAGE = `Usage:
  npm run chaos [-- --short] [--seed 7] [--only kills,clicks] [--report counts.json]
Breaks the built product in the ways that its promises name, and compares what callers, database and WispHub saw.
  npm run chaos -- --mutants
Takes a safeguard away, again and again, and demands that the tests notice.
Experiments: ${Object.keys(experiments).join(', ')}`;

const OPTIONS = {
  seed: { type: 'string' },
  only: { type: 'string' },
  report: { type: 'string' },
  short: { type: 'boolean', default: false },
  mutants: { type: 'boolean', default: false },
} as const;

/** The options; null when they are not to be understood. */
function asked() {
  try {
    const { values } = parseArgs({ options: OPTIONS });
    const names = values.only?.split(',') ?? Object.keys(experiments);
    const seed = Number(values.seed ?? randomInt(1_000_000));
    return names.every((name) => name in experiments) && Number.isInteger(seed)
      ? { ...values, names, seed }
      : null;
  } catch {
    return null;
  }
}

type Asked = NonNullable<ReturnType<typeof asked>>;

/** In the short form two go on at once: a good part of the time of each is waiting for leases and servers. */
const SHORT_AT_ONCE = 2;

async function runAll({ names, seed, short }: Asked, scope: Scope): Promise<Row[]> {
  const runOne = async (one: readonly [string, Experiment]): Promise<Row[]> => {
    if (scope.wasAsked()) return [];
    const startedAt = performance.now();
    const row = await runExperiment(scope, one, { seed, isShort: short });
    const took = Math.round((performance.now() - startedAt) / 1000);
    console.log(`${row.isKept ? 'kept  ' : 'BROKEN'}  ${one[0]}, ${took} s: ${row.measured}`);
    return [row];
  };
  const chosen = Object.entries(experiments).filter(([name]) => names.includes(name));
  const inTurn = pLimit(short ? SHORT_AT_ONCE : 1);
  const busy = chosen.filter(([name]) => !patient.has(name));
  const rows = await Promise.all(busy.map((one) => inTurn(runOne, one)));
  const waiting = chosen.filter(([name]) => patient.has(name));
  return [...rows, ...(await Promise.all(waiting.map(runOne)))].flat();
}

const options = asked();
if (options === null) {
  console.error(USAGE);
  process.exit(1);
}

async function run(options: Asked, scope: Scope): Promise<number> {
  requireBuild();
  console.log(`seed ${options.seed}\n`);
  if (options.mutants) return tryMutants(scope, options.seed);
  const rows = await runAll(options, scope);
  console.log(`\n${tableOf(rows)}\n\nseed ${options.seed}`);
  const broken = rows.filter(({ isKept }) => !isKept);
  if (options.report !== undefined) {
    const counts = { passed: rows.length - broken.length, failed: broken.length, skipped: 0 };
    const named = broken.map(({ promise, measured }) => `${promise} (${measured})`);
    writeFileSync(options.report, JSON.stringify({ ...counts, broken: named }));
  }
  return broken.length === 0 ? 0 : 1;
}

const code = await withScope(async (scope) => {
  const ended = await run(options, scope);
  // Half a suite proves nothing.
  return scope.wasAsked() ? 130 : ended;
});
process.exit(code);
