import autocannon from 'autocannon';
import path from 'node:path';
import type { Scope } from '../shutdown';
import { startBareNext } from './bare-next';
import { startLoadedProduct, type LoadedProduct } from './loaded-product';
import { within, type Timing } from './timing';

const CONNECTIONS = 50;
const SECONDS = 15;
/** Row 19 of the promises. */
const LEAST_PER_SECOND = 300;
const MOST_P99_MS = 250;
const WATCHERS = 200;
const LAUNCHES = 100;
const MOST_LOOP_MS = 100;
/** Every ten thousandth one from here is a line that answers. */
const FIRST_SERVICE = 20_001_001;

type Fired = { perSecond: number; p99: number; errors: number };

/** As many requests as fifty connections get answered; the generator runs on the same cores. */
async function fire(url: string, headers: Record<string, string> = {}): Promise<Fired> {
  const { requests, latency, errors, non2xx } = await autocannon({
    url,
    headers,
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  return { perSecond: requests.average, p99: latency.p99, errors: errors + non2xx };
}

async function statusPolling(product: LoadedProduct, bareUrl: string): Promise<Timing[]> {
  const token = await product.caller();
  const taskId = await product.launch(token, FIRST_SERVICE);
  await product.follow(token, taskId);
  const authorization = `Bearer ${token}`;
  // Warm before it counts, like the instance of a working day.
  await fire(`${product.url}/api/v1/ping/${taskId}/`, { authorization });
  const bare = await fire(bareUrl);
  const polled = await fire(`${product.url}/api/v1/ping/${taskId}/`, { authorization });
  const told = ({ perSecond, p99, errors }: Fired) =>
    `${perSecond.toFixed(0)}/s, p99 ${p99} ms, ${errors} errors`;
  console.log(`\nstatus polling: ${told(polled)}; a bare Next route: ${told(bare)}`);
  console.log(`  ${((polled.perSecond / bare.perSecond) * 100).toFixed(0)} % of the bare route`);
  const group = 'status polling, 50 connections';
  const isQuick = polled.perSecond >= LEAST_PER_SECOND && polled.errors === 0;
  return [
    {
      group,
      name: `${polled.perSecond.toFixed(0)} requests a second`,
      ms: [polled.p99],
      check: { target: `≥ ${LEAST_PER_SECOND}/s, 0 errors`, passed: isQuick },
    },
    {
      group,
      name: '99th percentile',
      ms: [polled.p99],
      check: { target: `≤ ${MOST_P99_MS}`, passed: polled.p99 <= MOST_P99_MS },
    },
  ];
}

/** A hundred agents press at once, and two hundred tabs wait for what comes of it. */
async function crowd(product: LoadedProduct): Promise<Timing[]> {
  const tokens: string[] = [];
  for (let one = 0; one < WATCHERS; one += 1) tokens.push(await product.caller());
  const accepted: number[] = [];
  const shown: number[] = [];
  const begun = performance.now();
  await Promise.all(
    tokens.slice(0, LAUNCHES).map(async (token, one) => {
      const taskId = await product.launch(token, FIRST_SERVICE + one * 10_000);
      accepted.push(performance.now() - begun);
      // The second watcher is a colleague who has the same customer open.
      await Promise.all([token, tokens[LAUNCHES + one] ?? token].map((who) => product.follow(who, taskId)));
      shown.push(performance.now() - begun);
    }),
  );
  const loop = (await product.metric('nodejs_eventloop_lag_p99_seconds')) * 1000;
  const group = `${LAUNCHES} launches at once, ${WATCHERS} watch`;
  return [
    { group, name: 'accepted', ms: accepted, check: within(accepted, 10_000) },
    { group, name: 'ended, and told to both', ms: shown, check: null },
    {
      group,
      name: 'event loop, 99th percentile',
      ms: [loop],
      check: { target: `≤ ${MOST_LOOP_MS}`, passed: loop <= MOST_LOOP_MS },
    },
  ];
}

/** How many callers one instance carries, beside a route of the same framework that does nothing. */
export async function measureLoad(scope: Scope, folder: string): Promise<Timing[]> {
  const bareUrl = await startBareNext(scope, path.join(folder, 'bare'));
  const product = await startLoadedProduct(scope);
  return [...(await crowd(product)), ...(await statusPolling(product, bareUrl))];
}
