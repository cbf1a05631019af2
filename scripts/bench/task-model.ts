import { costMsOf } from '@/lib/wisphub/simulator/packet';
import type { TaskMs } from '@/lib/wisphub/simulator/ping-task';
import { between, fractionOf } from '@/lib/wisphub/simulator/random';

/** How often all workers are busy when a task comes, and for how long it then waits, in milliseconds. */
const BUSY_SHARE = 0.04;
const BUSY_MS = [1000, 6000] as const;
/** What a router needs to be reached and asked: each has its own. */
const ROUTER_MS = [300, 1100] as const;
/** What varies from task to task: a bell around nothing, of which only the slower half occurs. */
const QUEUE_MS = 250;
const PACKET_JITTER = 0.02;

const bell = (...keys: readonly (string | number)[]) => {
  const [one, two] = [fractionOf('one', ...keys), fractionOf('two', ...keys)];
  return Math.sqrt(-2 * Math.log(1 - one)) * Math.cos(2 * Math.PI * two);
};

/**
 * How long invented tasks take: what the router needs, 0.8 s for each packet and 1 s for a lost one, a queue, and now
 * and then a wait for a worker. The same task takes as long whoever asks for it.
 */
export const inventedTaskMs: TaskMs = ({ service, packets, launch }) => {
  const keys = ['task', service.id, launch, packets.length];
  const packetsMs = packets.reduce((total, packet) => total + costMsOf(packet), 0);
  const jitter = 1 + (bell('packets', ...keys) * PACKET_JITTER) / Math.sqrt(packets.length);
  const queueMs = Math.abs(bell('queue', ...keys)) * QUEUE_MS;
  const busyMs = fractionOf('busy', ...keys) < BUSY_SHARE ? between(...BUSY_MS, 'wait', ...keys) : 0;
  return between(...ROUTER_MS, 'router', service.router.id) + packetsMs * jitter + queueMs + busyMs;
};
