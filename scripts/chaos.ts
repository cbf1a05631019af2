import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { seededRandom } from './bench/random';
import { clicks, databaseCrashes, freezes, kills, restarts, takeover, type Row } from './chaos/rows';
import { createWorld } from './chaos/world';
import { requireBuild } from './run-next';
import { withScope, type Scope } from './shutdown';

const EXPERIMENTS = { kills, restarts, takeover, freezes, databaseCrashes, clicks };

const { values } = parseArgs({
  options: { seed: { type: 'string' }, short: { type: 'boolean' }, only: { type: 'string' } },
});

function print(rows: readonly Row[]): void {
  for (const { promise, runs, measured, isKept } of rows) {
    console.log(`${isKept ? 'kept  ' : 'BROKEN'}  ${promise} (${runs} runs)\n        ${measured}`);
  }
}

/** Breaks the built product in the ways that the promises name, and compares what callers, database and WispHub saw. */
async function run(scope: Scope): Promise<number> {
  requireBuild();
  const seed = Number(values.seed ?? randomInt(1_000_000));
  console.log(`seed ${seed}`);
  const rows: Row[] = [];
  for (const [name, experiment] of Object.entries(EXPERIMENTS)) {
    if (values.only !== undefined && values.only !== name) continue;
    const startedAt = Date.now();
    // A world of its own, so that no experiment hides what another has left.
    const code = await withScope(async (own) => {
      const world = await createWorld(own);
      const row = await experiment({ world, random: seededRandom(seed), isShort: values.short ?? false });
      rows.push(row);
      print([row]);
      return 0;
    });
    console.log(`        ${name}: ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
    if (code !== 0) return code;
    scope.proceed();
  }
  return rows.every(({ isKept }) => isKept) ? 0 : 1;
}

process.exit(await withScope(run));
