import type { Ping } from './ping';

/** WispHub needs about a second for each packet that is lost, and less for one that is answered. */
const SECONDS_PER_PACKET = 1;

/** Whole seconds after which asking for a running ping again makes sense; rounds that are still to come count in full. */
export function pingRetryAfterSeconds(ping: Ping, now: Date): number {
  const nextLook = Math.max(1, Math.ceil((ping.dueAt.getTime() - now.getTime()) / 1000));
  const toCome = ping.planned - (ping.packets?.length ?? 0) - ping.roundPackets;
  return nextLook + Math.max(0, toCome) * SECONDS_PER_PACKET;
}
