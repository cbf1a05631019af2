// This module prints no connection string: it holds a password.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { openDatabase as openPool } from '@/lib/db/client';
import { StartError } from '@/lib/start-error';
import { openDatabase } from '../open-database';
import { withScope, type Scope } from '../shutdown';
import { benchContext } from './bench-context';
import { fillDatabase } from './fill';
import { filtersToMeasure } from './history-filters';
import { inventProvider, type ProviderSize } from './invent-provider';
import { measureExport } from './measure-export';
import { printLetters } from './measure-letters';
import { measurePages } from './measure-pages';
import { measureSearch } from './measure-search';
import { measureTotals } from './measure-totals';
import { readOptions, type BenchOptions } from './options';
import { planKeeper } from './plans';
import { printTimings, printVerdict } from './report';
import type { Timing } from './timing';

const BENCH_DIR = process.env.BENCH_DIR || '.data/bench';
const PLANS = path.join(BENCH_DIR, 'plans');
const FILLED = path.join(BENCH_DIR, 'filled.json');

const filledSchema = z.object({
  services: z.number(),
  pings: z.number(),
  seed: z.number(),
  now: z.coerce.date(),
});

/** What `--keep` left behind. */
function readFilled(): ProviderSize {
  try {
    return filledSchema.parse(JSON.parse(readFileSync(FILLED, 'utf8')));
  } catch {
    throw new StartError(`${BENCH_DIR} holds no data of a bench: run npm run bench -- --keep first.`);
  }
}

const removeData = () => {
  rmSync(FILLED, { force: true });
  rmSync(path.join(BENCH_DIR, 'postgres'), { recursive: true, force: true });
};

async function prepare(scope: Scope, options: BenchOptions): Promise<{ url: string; size: ProviderSize }> {
  if (options.reuse) return { url: await openDatabase(scope, { dataDir: BENCH_DIR }), size: readFilled() };
  removeData();
  if (!options.keep) scope.defer(removeData);
  const url = await openDatabase(scope, { dataDir: BENCH_DIR, durable: false });
  const { services, pings, seed, now } = options;
  const size = { services, pings, seed, now };
  console.log(`Filling ${services} services and ${pings} pings up to ${now.toISOString()}, seed ${seed}`);
  const begun = performance.now();
  await fillDatabase(url, size, (done) => {
    console.log(`  ${done}`);
    scope.proceed();
  });
  console.log(`  together: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  writeFileSync(FILLED, JSON.stringify(size));
  return { url, size };
}

async function measure(scope: Scope, url: string, size: ProviderSize): Promise<Timing[]> {
  const db = openPool(url);
  scope.defer(() => db.$client.end());
  const [supervisor] = inventProvider(size).people.agents;
  if (supervisor === undefined) throw new Error('A provider has somebody at the desk.');
  const ctx = benchContext(db, size.now, supervisor);
  const plans = planKeeper(db, PLANS);
  const filters = await filtersToMeasure(ctx);
  const all: Timing[] = [];
  const parts = [
    () => measureSearch(ctx, plans),
    () => measurePages(ctx, plans, filters),
    () => measureTotals(ctx, plans, filters),
    () => measureExport(ctx, plans),
  ];
  for (const part of parts) {
    const timings = await part();
    printTimings(timings);
    all.push(...timings);
    scope.proceed();
  }
  await printLetters(ctx);
  return all;
}

async function bench(scope: Scope): Promise<number> {
  const options = readOptions(process.argv.slice(2), new Date());
  const { url, size } = await prepare(scope, options);
  const missed = printVerdict(await measure(scope, url, size));
  console.log(`The query plans are in ${PLANS}.`);
  if (options.keep || options.reuse) {
    console.log(`To look at these data: DEMO_DIR=${BENCH_DIR} npm run demo`);
  }
  return options.strict && missed > 0 ? 1 : 0;
}

process.exit(await withScope(bench));
