import { setTimeout as sleep } from 'node:timers/promises';
import type { Scope } from '../shutdown';
import { startLoadedProduct } from './loaded-product';
import { p50, type Timing } from './timing';

/** Agents who each launch, watch to the end, and begin anew. */
const AGENTS = 20;
/** Every ten thousandth one from here is a line that answers. */
const FIRST_SERVICE = 20_001_001;
const SERVICES_EACH = 9;
const SAMPLE_MS = 5000;
/** Caches and compiled code fill in the beginning; from the second quarter on nothing may grow by more. */
const MOST_GROWTH = 1.1;
const MB = 1e6;

const quarter = (values: readonly number[], which: number) =>
  values.slice(Math.floor((values.length * which) / 4), Math.floor((values.length * (which + 1)) / 4));

/** Whether the memory of an instance stays as it is while it works without a pause. */
export async function measureSoak(scope: Scope, minutes: number): Promise<Timing[]> {
  const product = await startLoadedProduct(scope);
  const until = Date.now() + minutes * 60_000;
  let pings = 0;
  const agent = async (number: number) => {
    const token = await product.caller();
    for (let call = 0; Date.now() < until && !scope.wasAsked(); call += 1) {
      const taskId = await product.launch(
        token,
        FIRST_SERVICE + (number * SERVICES_EACH + (call % SERVICES_EACH)) * 10_000,
      );
      await product.follow(token, taskId);
      pings += 1;
    }
  };
  const resident: number[] = [];
  const loop: number[] = [];
  const watch = async () => {
    while (Date.now() < until && !scope.wasAsked()) {
      await sleep(SAMPLE_MS);
      resident.push((await product.metric('process_resident_memory_bytes')) / MB);
      loop.push((await product.metric('nodejs_eventloop_lag_p99_seconds')) * 1000);
    }
  };
  await Promise.all([watch(), ...Array.from({ length: AGENTS }, (_, number) => agent(number))]);
  scope.proceed();
  const [early, late] = [p50(quarter(resident, 1)), p50(quarter(resident, 3))];
  const told = resident.filter((_, one) => one % Math.ceil(resident.length / 12) === 0);
  console.log(`\nsoak of ${minutes} minutes: ${pings} pings by ${AGENTS} agents`);
  console.log(`  memory in MB: ${told.map((value) => value.toFixed(0)).join(' ')}`);
  const group = `soak of ${minutes} minutes`;
  return [
    {
      group,
      name: 'memory, last quarter, MB',
      ms: quarter(resident, 3),
      check: { target: `≤ second quarter (${early.toFixed(0)}) + 10 %`, passed: late <= early * MOST_GROWTH },
    },
    {
      group,
      name: 'event loop, 99th percentile',
      ms: loop,
      check: { target: 'p50 ≤ 100', passed: p50(loop) <= 100 },
    },
  ];
}
