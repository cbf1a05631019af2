import { setTimeout as sleep } from 'node:timers/promises';
import { defaultPolling, type Polling } from '@/lib/domain/polling';
import { isp } from '@/lib/wisphub/simulator/isp';
import type { Scope } from '../shutdown';
import { RATE_PER_MINUTE, startLagWorld, type LagWorld, type PingRun, type TaskRun } from './lag-world';
import { pickOf, seededRandom } from './random';
import { p50, type Timing } from './timing';

/** As many launches as a desk of some hundred agents makes, and few enough for both ways to share this machine. */
const EVERY_MS = 200;
const PACKETS = [4, 4, 4, 10, 10, 20];
const END_LIMIT_MS = 90_000;
const MINUTE_MS = 60_000;
const LAG_TARGET = 0.7;
/** The first part of the pings is what the others are learnt from: about a day of a desk with dozens of kinds of tasks. */
const LEARNING_SHARE = 1 / 2;

/** The loop of the documents: wait two seconds, and look every two seconds. */
const fixedLoop: Polling = { ...defaultPolling, maxMs: defaultPolling.minMs, documented: true };

/** From the moment at which the result of the last task was there to the one at which the row was final. */
const lagOf = ({ storedAt, tasks }: PingRun) => storedAt - (tasks.at(-1)?.doneAt ?? storedAt);
const lags = (runs: readonly PingRun[]) => runs.map(lagOf);
const looksOf = ({ looksAt }: TaskRun) => looksAt.length;
const looks = (runs: readonly PingRun[]) =>
  runs.map(({ tasks }) => tasks.reduce((sum, task) => sum + looksOf(task), 0));
const packetsOf = ({ tasks }: PingRun) => tasks.reduce((sum, { packets }) => sum + packets, 0);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const round = (value: number) => value.toFixed(2);

function compare(
  name: string,
  fixed: readonly PingRun[],
  learned: readonly PingRun[],
  judged: boolean,
): Timing[] {
  const group = `Time to the badge, ${name}`;
  const ratio = p50(lags(learned)) / p50(lags(fixed));
  const [fixedLooks, learnedLooks] = [mean(looks(fixed)), mean(looks(learned))];
  const lagCheck = {
    target: `median ≤ ${LAG_TARGET} × the loop's (${round(ratio)})`,
    passed: ratio <= LAG_TARGET,
  };
  const looksCheck = {
    target: `mean ≤ the loop's (${round(learnedLooks)} of ${round(fixedLooks)})`,
    passed: learnedLooks <= fixedLooks,
  };
  return [
    { group, name: 'lag, the fixed loop', ms: lags(fixed), check: null },
    { group, name: 'lag, learned', ms: lags(learned), check: judged ? lagCheck : null },
    { group, name: 'looks, the fixed loop', ms: looks(fixed), check: null },
    { group, name: 'looks, learned', ms: looks(learned), check: judged ? looksCheck : null },
  ];
}

/** The most requests in any sixty seconds. */
function mostInAMinute(requestsAt: readonly number[]): number {
  const sorted = [...requestsAt].sort((a, b) => a - b);
  let [most, first] = [0, 0];
  for (const [index, at] of sorted.entries()) {
    while ((sorted[first] ?? at) <= at - MINUTE_MS) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

/** Holds the looks against the documented practice, as they arrived upstream. */
function printPractice(name: string, runs: readonly PingRun[], requestsAt: readonly number[]): void {
  const tasks = runs.flatMap((run) => run.tasks);
  const firsts = tasks.map(({ createdAt, looksAt }) => (looksAt[0] ?? createdAt) - createdAt);
  const pauses = tasks.flatMap(({ looksAt }) =>
    looksAt.slice(1).map((at, index) => at - (looksAt[index] ?? at)),
  );
  console.log(
    `  ${name}: first look ${Math.min(...firsts)} to ${Math.max(...firsts)} ms after the creation, ` +
      `pauses ${Math.min(...pauses)} to ${Math.max(...pauses)} ms, at most ${Math.max(...tasks.map(looksOf))} looks, ` +
      `at most ${mostInAMinute(requestsAt)} of ${RATE_PER_MINUTE} requests in 60 s`,
  );
}

async function launchAll(worlds: readonly LagWorld[], pings: number): Promise<void> {
  const random = seededRandom(3);
  const begun = performance.now();
  const launches: Promise<void>[] = [];
  for (let index = 0; index < pings; index += 1) {
    // Each service once: its tasks take the same time in both worlds.
    const service = isp[(index * 7) % isp.length];
    const packets = pickOf(PACKETS, random);
    for (const world of worlds) if (service) launches.push(world.launch(service.id, packets));
    await sleep(Math.max(0, begun + (index + 1) * EVERY_MS - performance.now()));
  }
  await Promise.all(launches);
}

async function untilEnded(world: LagWorld, pings: number): Promise<void> {
  const limitAt = performance.now() + END_LIMIT_MS;
  while ((await world.ended()) < pings) {
    if (performance.now() > limitAt) throw new Error('Some pings did not end.');
    await sleep(250);
  }
}

/**
 * The lag from the moment upstream has a result to the moment our row is final, with the fixed loop of the documents and
 * with what is learnt, side by side in real time: two runners, two databases, the same tasks.
 */
export async function measureLag(scope: Scope, serverUrl: string, pings: number): Promise<Timing[]> {
  const seconds = Math.round((pings * EVERY_MS) / 1000);
  console.log(`\nTime to the badge: ${pings} pings in each of two ways, ${seconds} s and their ends`);
  const fixed = await startLagWorld(scope, serverUrl, 'lag_fixed', fixedLoop);
  const learned = await startLagWorld(scope, serverUrl, 'lag_learned', defaultPolling);
  await launchAll([fixed, learned], pings);
  await Promise.all([untilEnded(fixed, pings), untilEnded(learned, pings)]);
  const [fixedRuns, learnedRuns] = [await fixed.runs(), await learned.runs()];
  printPractice('fixed loop', fixedRuns, await fixed.requestsAt());
  printPractice('learned', learnedRuns, await learned.requestsAt());
  const late = (runs: readonly PingRun[]) => runs.slice(Math.floor(runs.length * LEARNING_SHARE));
  const ofSize = (count: number) => (run: PingRun) => packetsOf(run) === count;
  return [
    ...compare('from an empty table', fixedRuns, learnedRuns, false),
    ...compare('once learnt', late(fixedRuns), late(learnedRuns), true),
    ...[4, 10, 20].flatMap((count) =>
      compare(
        `once learnt, ${count} packets`,
        late(fixedRuns).filter(ofSize(count)),
        late(learnedRuns).filter(ofSize(count)),
        false,
      ),
    ),
  ];
}
