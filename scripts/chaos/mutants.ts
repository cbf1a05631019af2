import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { startChild } from '../child';
import type { Scope } from '../shutdown';
import { temporaryFolder } from '../temporary-folder';
import { experiments } from './experiments';
import { runExperiment } from './run-experiment';

/** A text of the source, which must stand there exactly once, and what stands there instead. */
type Edit = { file: string; from: string; to: string };

type Mutant = {
  name: string;
  /** Made in a copy of the source: no switch of the product turns a safeguard off. */
  edits: readonly Edit[];
  /** Unit and integration tests that must notice, run in that copy. */
  tests: readonly string[];
  /** The experiment that must notice, with the built product: by SQL in its database, or where nothing is built, in the copy. */
  experiment: { name: string; sabotage: string | null };
};

const MUTANTS: readonly Mutant[] = [
  {
    name: 'fencing off',
    edits: [
      {
        file: 'lib/db/pings.ts',
        from: "and(eq(pings.id, id), eq(pings.fence, fence), eq(pings.state, 'running'))",
        to: "and(eq(pings.id, id), or(eq(pings.fence, fence), sql`true`), eq(pings.state, 'running'))",
      },
    ],
    tests: ['lib/runner.test.ts', 'lib/operations/launch-outcome.test.ts'],
    experiment: {
      name: 'freezes',
      // No claim raises a token, so that the one of a sleeper is as good as that of whoever took over.
      sabotage: `
        create function chaos.keep_fence() returns trigger language plpgsql as
          $$ begin new.fence := old.fence; return new; end $$;
        create trigger keep_fence before update on pings for each row execute function chaos.keep_fence();`,
    },
  },
  {
    name: 'unique index dropped',
    edits: [
      {
        file: 'lib/db/migrations/0000_initial.sql',
        from: 'CREATE UNIQUE INDEX "pings_one_running_a_service"',
        to: 'CREATE INDEX "pings_one_running_a_service"',
      },
      {
        file: 'lib/db/pings.ts',
        // Without the index PostgreSQL would refuse the statement, and every test would fail for that alone.
        from: ".onConflictDoNothing({ target: pings.serviceId, where: sql`state = 'running'` })",
        to: '.onConflictDoNothing()',
      },
    ],
    tests: ['lib/operations/start-ping.test.ts', 'lib/db/pings.test.ts'],
    experiment: {
      name: 'clicks',
      // An index that the statements of the product accept, and to which no two services are the same.
      sabotage: `
        drop index pings_one_running_a_service;
        create function chaos.never_same(integer, integer) returns integer language sql immutable as 'select -1';
        create operator class chaos.never_same for type integer using btree as
          operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >,
          function 1 chaos.never_same(integer, integer);
        create unique index pings_one_running_a_service on pings (service_id chaos.never_same)
          where state = 'running';`,
    },
  },
  {
    name: 'migration lock off',
    edits: [
      {
        file: 'lib/db/migrate.ts',
        from: "await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);",
        to: 'await Promise.resolve(LOCK_KEY);',
      },
    ],
    tests: ['lib/db/migrate.test.ts'],
    experiment: { name: 'migrations', sabotage: null },
  },
];

const LEFT_OUT = ['.git', '.next', 'node_modules', '.data', '.demo', 'test-results'];
const GRACE_MS = 10_000;

const countsSchema = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

/** The source as it is, in a folder of its own, with what is installed and built. */
function copySource(scope: Scope): string {
  const folder = temporaryFolder(scope, 'mutant');
  const here = process.cwd();
  const filter = (file: string) => !LEFT_OUT.includes(path.relative(here, file));
  cpSync(here, folder, { recursive: true, filter });
  for (const name of ['node_modules', '.next']) symlinkSync(path.join(here, name), path.join(folder, name));
  return folder;
}

function edit(folder: string, { file, from, to }: Edit): void {
  const before = readFileSync(path.join(folder, file), 'utf8');
  if (before.split(from).length !== 2) throw new Error(`${file} does not hold exactly once: ${from}`);
  writeFileSync(
    path.join(folder, file),
    before.replace(from, () => to),
  );
}

/** Runs a Node program in a folder; answers its exit code. */
async function runIn(scope: Scope, folder: string, args: string[]): Promise<number> {
  const child = startChild(args, process.env, { folder, isQuiet: true });
  scope.defer(() => child.stop(GRACE_MS));
  return child.exited;
}

/** How many of these tests pass and fail there. */
async function testIn(scope: Scope, folder: string, tests: readonly string[]) {
  const report = path.join(folder, 'report.json');
  const reporter = ['--reporter=json', `--outputFile.json=${report}`];
  await runIn(scope, folder, ['node_modules/vitest/vitest.mjs', 'run', ...reporter, ...tests]);
  const counts = countsSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  return { passed: counts.numPassedTests, failed: counts.numFailedTests };
}

/** True when the experiment kept its promise although the safeguard was gone. */
async function isUnnoticed(
  scope: Scope,
  folder: string,
  { experiment }: Mutant,
  seed: number,
): Promise<boolean> {
  const { name, sabotage } = experiment;
  if (sabotage === null) {
    const args = ['--import', 'tsx', 'scripts/chaos.ts', '--short', '--only', name, '--seed', String(seed)];
    return (await runIn(scope, folder, args)) === 0;
  }
  const run = experiments[name];
  if (run === undefined) throw new Error(`there is no experiment ${name}`);
  const { isKept, measured } = await runExperiment(scope, [name, run], { seed, isShort: true, sabotage });
  console.log(`        ${name}: ${measured}`);
  return isKept;
}

/** Takes each safeguard away and demands that tests and experiment turn red; answers the exit code. */
export async function tryMutants(scope: Scope, seed: number): Promise<number> {
  const folder = copySource(scope);
  const healthy = await testIn(
    scope,
    folder,
    MUTANTS.flatMap(({ tests }) => tests),
  );
  console.log(`without a mutant: ${healthy.passed} passed, ${healthy.failed} failed`);
  // Tests that fail anyway would prove nothing.
  if (healthy.failed > 0 || healthy.passed === 0) return 1;
  let survivors = 0;
  for (const mutant of MUTANTS) {
    scope.proceed();
    const mutated = copySource(scope);
    for (const one of mutant.edits) edit(mutated, one);
    const { passed, failed } = await testIn(scope, mutated, mutant.tests);
    const isKept = await isUnnoticed(scope, mutated, mutant, seed);
    if (failed === 0 || isKept) survivors += 1;
    const tests = `tests ${failed === 0 ? 'GREEN' : 'red'} (${failed} of ${passed + failed} failed)`;
    console.log(`${mutant.name}: ${tests}, ${mutant.experiment.name} ${isKept ? 'GREEN' : 'red'}`);
  }
  console.log(survivors === 0 ? '\nEvery mutant was noticed.' : `\n${survivors} mutants were NOT noticed.`);
  return survivors === 0 ? 0 : 1;
}
