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
import { measureLag } from './measure-lag';
import { measureLoad } from './measure-load';
import { printLetters } from './measure-letters';
import { measurePages } from './measure-pages';
import { measureSearch } from './measure-search';
import { measureShown } from './measure-shown';
import { measureSoak } from './measure-soak';
import { measureTotals } from './measure-totals';
import { LIVE_PARTS, readOptions, type BenchOptions, type BenchPart } from './options';
import { planKeeper } from './plans';
import { printTimings, printVerdict } from './report';
import type { Timing } from './timing';

const BENCH_DIR = process.env.BENCH_DIR || '.data/bench';
const PLANS = path.join(BENCH_DIR, 'plans');
/** A PostgreSQL of its own, which keeps what it commits: the lag is that of a real one. */
const LAG_DIR = path.join(BENCH_DIR, 'lag');
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

async function measureHistory(
  scope: Scope,
  { url, size }: { url: string; size: ProviderSize },
  only: readonly BenchPart[],
): Promise<Timing[]> {
  const db = openPool(url);
  scope.defer(() => db.$client.end());
  const [supervisor] = inventProvider(size).people.agents;
  if (supervisor === undefined) throw new Error('A provider has somebody at the desk.');
  const ctx = benchContext(db, size.now, supervisor);
  const plans = planKeeper(db, PLANS);
  const filters = await filtersToMeasure(ctx);
  const all: Timing[] = [];
  const parts: [BenchPart, () => Promise<Timing[]>][] = [
    ['search', () => measureSearch(ctx, plans)],
    ['pages', () => measurePages(ctx, plans, filters)],
    ['totals', () => measureTotals(ctx, plans, filters)],
    ['exports', () => measureExport(ctx, plans)],
  ];
  for (const [name, part] of parts) {
    if (!only.includes(name)) continue;
    const timings = await part();
    printTimings(timings);
    all.push(...timings);
    scope.proceed();
  }
  if (only.includes('search')) await printLetters(ctx);
  return all;
}

async function measureTimeToBadge(scope: Scope, pings: number): Promise<Timing[]> {
  const removeLag = () => rmSync(LAG_DIR, { recursive: true, force: true });
  removeLag();
  scope.defer(removeLag);
  const url = await openDatabase(scope, { dataDir: LAG_DIR, migrates: false });
  return measureLag(scope, url, pings);
}

/** What is measured on a product of its own, or needs no history. */
async function measureLive(scope: Scope, options: BenchOptions): Promise<Timing[]> {
  const all: Timing[] = [];
  const parts: [BenchPart, () => Promise<Timing[]>][] = [
    ['lag', () => measureTimeToBadge(scope, options['lag-pings'])],
    ['shown', () => measureShown(scope, options['shown-pings'])],
    ['load', () => measureLoad(scope, BENCH_DIR)],
    ['soak', () => measureSoak(scope, options['soak-minutes'])],
  ];
  for (const [name, part] of parts) {
    if (!options.only.includes(name)) continue;
    const timings = await part();
    printTimings(timings);
    all.push(...timings);
    scope.proceed();
  }
  return all;
}

async function bench(scope: Scope): Promise<number> {
  const options = readOptions(process.argv.slice(2), new Date());
  // First, while the machine has nothing else to do.
  const all = await measureLive(scope, options);
  const needsHistory = options.only.some((part) => !LIVE_PARTS.includes(part));
  if (needsHistory) all.push(...(await measureHistory(scope, await prepare(scope, options), options.only)));
  const missed = printVerdict(all);
  if (needsHistory) console.log(`The query plans are in ${PLANS}.`);
  if (needsHistory && (options.keep || options.reuse)) {
    console.log(`To look at these data: DEMO_DIR=${BENCH_DIR} npm run demo`);
  }
  return options.strict && missed > 0 ? 1 : 0;
}

process.exit(await withScope(bench));
