import { z } from 'zod';
import { isMac, isReply, type Packet } from './packet';

/** An address that answered: the target, the target by its link-layer address, or a router that reported an error. */
export const responderSchema = z.object({
  address: z.string(),
  kind: z.enum(['target', 'mac', 'hop']),
  replies: z.number().int(),
  errors: z.number().int(),
});

export type Responder = z.infer<typeof responderSchema>;

/** Who answered, in order of appearance. A timeout names the target as its host, yet nobody answered. */
export function listResponders(packets: readonly Packet[], recordIp: string | null): Responder[] {
  const byAddress = new Map<string, Responder>();
  for (const packet of packets) {
    if (packet.host === null || packet.status === 'timeout' || packet.status === 'not_measured') continue;
    const isTarget = isReply(packet) || packet.host === recordIp;
    const kind = isMac(packet.host) ? 'mac' : isTarget ? 'target' : 'hop';
    const known = byAddress.get(packet.host) ?? { address: packet.host, kind, replies: 0, errors: 0 };
    byAddress.set(packet.host, {
      ...known,
      kind: known.kind === 'hop' ? kind : known.kind,
      replies: known.replies + (isReply(packet) ? 1 : 0),
      errors: known.errors + (isReply(packet) ? 0 : 1),
    });
  }
  return [...byAddress.values()];
}
