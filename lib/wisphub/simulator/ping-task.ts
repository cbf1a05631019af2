import { randomUUID } from 'node:crypto';
import { behaviourOf, type StepName } from './behaviour';
import { costMsOf, type Packet } from './packet';
import type { SimulatedService } from './simulated-service';

/** One task of either dialect; what became of its packets is settled when it is made. */
export type PingTask = {
  id: string;
  serviceId: number;
  step: StepName;
  packets: readonly Packet[];
  createdAt: number;
  /** Before `speed` is applied. */
  durationMs: number;
  reads: number;
};

type Launch = {
  service: SimulatedService;
  step: StepName;
  pings: number;
  arp: boolean;
  launch: number;
  createdAt: number;
};

/** How long upstream is busy with a task whose packets became of what they became; see `PingTask.durationMs`. */
export type TaskMs = (task: {
  service: SimulatedService;
  packets: readonly Packet[];
  launch: number;
}) => number;

const setUpMs = 600;
/** A hundred lost packets would outlast every deadline; upstream asks faster then, and so do we. */
const longestMs = 45_000;

/** The router is asked once per packet, and the answers take their time. */
const usualTaskMs: TaskMs = ({ packets }) =>
  Math.min(longestMs, setUpMs + packets.reduce((total, packet) => total + costMsOf(packet), 0));

export function createPingTask(
  { service, step, pings, arp, launch, createdAt }: Launch,
  taskMs: TaskMs = usualTaskMs,
): PingTask {
  const behaviour = behaviourOf(step);
  const target = arp && service.ip !== '' ? service.mac : service.ip;
  const packets = Array.from({ length: pings }, (_, index) =>
    behaviour.packets({ service, target, launch, index }),
  );
  return {
    id: randomUUID(),
    serviceId: service.id,
    step,
    packets,
    createdAt,
    durationMs: Math.max(behaviour.atLeastMs ?? 0, taskMs({ service, packets, launch })),
    reads: 0,
  };
}

/** When the result is there to be read, in milliseconds since 1970; null when it never is. */
export const doneAt = (task: PingTask, speed: number): number | null =>
  endsNever(task) ? null : task.createdAt + task.durationMs / speed;

const endsNever = ({ step }: PingTask) => behaviourOf(step).ending === 'never';
