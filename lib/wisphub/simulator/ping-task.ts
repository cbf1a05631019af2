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

const setUpMs = 600;
/** A hundred lost packets would outlast every deadline; upstream asks faster then, and so do we. */
const longestMs = 45_000;

export function createPingTask({ service, step, pings, arp, launch, createdAt }: Launch): PingTask {
  const behaviour = behaviourOf(step);
  const target = arp && service.ip !== '' ? service.mac : service.ip;
  const packets = Array.from({ length: pings }, (_, index) =>
    behaviour.packets({ service, target, launch, index }),
  );
  const packetsMs = packets.reduce((total, packet) => total + costMsOf(packet), 0);
  return {
    id: randomUUID(),
    serviceId: service.id,
    step,
    packets,
    createdAt,
    durationMs: Math.max(behaviour.atLeastMs ?? 0, Math.min(longestMs, setUpMs + packetsMs)),
    reads: 0,
  };
}
