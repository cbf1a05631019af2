import { setTimeout as sleep } from 'node:timers/promises';
import { upstreamRequests } from '@/lib/db/schema';
import { json } from '@/lib/wisphub/test-upstream';
import type { Plan, Row } from './experiment';
import { goodAnswer, nowMs } from './hostile-upstream';
import { fullestWindow, meanWindow } from './sliding-window';
import { openStage, type Stage } from './stage';

const WINDOW_MS = 60_000;

const LEAST_USED = 0.9;
/** Lower, because a share waits for people at the desk, and the product counts in windows of a second more. */
const LEAST_MEAN_USED = 0.8;

type Span = { rate: number; runMs: number; hands: number };
const SHORT: Span = { rate: 60, runMs: 32_000, hands: 24 };
const LONG: Span = { rate: 100, runMs: 150_000, hands: 60 };

/** Asks without pause, a third as people at the desk, so that the budget is always wanted by somebody. */
function keepWanting(stage: Stage, hands: number): () => void {
  let over = false;
  let service = 800_000;
  const want = async (hand: number) => {
    const ask = hand % 3 === 0 ? stage.person : stage.program;
    const instance = stage.instances[hand % stage.instances.length];
    while (!over && instance !== undefined) {
      // Refused or cut off: somebody else wants it all the same.
      await ask(instance, `/api/v1/${(service += 1)}/ping/`, { pings: 1 }).catch(() => sleep(100));
    }
  };
  for (let hand = 0; hand < hands; hand += 1) void want(hand);
  return () => {
    over = true;
  };
}

/** A minute in which half of the budget was used, as it stands in the database: so that a short run sees it refill. */
async function inventPast({ db }: Stage, rate: number): Promise<number[]> {
  const now = nowMs();
  const times = Array.from({ length: rate / 2 }, (_, index) => now - 58_000 + (index * 30_000) / (rate / 2));
  await db.insert(upstreamRequests).values(times.map((at) => ({ at: new Date(at), kind: 'look' })));
  return times;
}

/** Row 11: three instances share one budget, and the upstream's own log is the judge. */
export async function rate(plan: Plan): Promise<Row> {
  const { rate: most, runMs, hands } = plan.isShort ? SHORT : LONG;
  const stage = await openStage(plan, {
    name: 'rate',
    instances: 3,
    variables: { WISPHUB_RATE_PER_MINUTE: String(most), POLL_LIMIT_MS: '120000', LOG_LEVEL: 'error' },
    answerOf: (call) =>
      call.kind === 'read' && plan.random() < 0.3
        ? json(200, { task: { id: 't', status: 'PENDING', result: null } })
        : goodAnswer(call),
  });
  const past = plan.isShort ? await inventPast(stage, most) : [];
  const startedAt = nowMs();
  const stop = keepWanting(stage, hands);
  await sleep(runMs);
  stop();
  const endedAt = nowMs();
  for (const instance of stage.instances) instance.signal('SIGKILL');
  const seen = stage.upstream.calls.map(({ at }) => at);
  const all = [...past, ...seen];
  const fullest = fullestWindow(all, WINDOW_MS);
  // The first minute of a long run is still filling.
  const from = plan.isShort ? startedAt + 5000 : startedAt + WINDOW_MS;
  const used = meanWindow(all, WINDOW_MS, from, endedAt) / most;
  const kinds = ['launch', 'read', 'list'].map(
    (kind) => `${stage.upstream.calls.filter((call) => call.kind === kind).length} ${kind}`,
  );
  return {
    promise: 'no sliding minute holds more requests than the rate',
    runs: 1,
    accepted: null,
    lost: null,
    doubled: null,
    measured:
      `${seen.length} requests of 3 instances in ${Math.round((endedAt - startedAt) / 1000)} s (${kinds.join(', ')}),` +
      ` fullest minute ${fullest} of ${most}, in the mean ${Math.round(used * 100)} %`,
    isKept: fullest <= most && fullest >= LEAST_USED * most && used >= LEAST_MEAN_USED,
  };
}
