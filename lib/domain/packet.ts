import { z } from 'zod';

export const PACKET_STATUSES = [
  'reply',
  'timeout',
  'host_unreachable',
  'net_unreachable',
  'admin_prohibited',
  'ttl_exceeded',
  'no_route',
  'not_measured',
  'other',
] as const;

/**
 * One packet of a ping. `rttMs` stands only on a reply: an ICMP error carries a time too, and that is not a round trip
 * to the customer. `host` is whoever answered, and the target itself for a timeout.
 */
export const packetSchema = z.object({
  status: z.enum(PACKET_STATUSES),
  rttMs: z.number().nonnegative().nullable(),
  host: z.string().nullable(),
  ttl: z.number().int().nullable(),
  sizeBytes: z.number().int().nullable(),
  /** Replies beyond the first; absent when there were none. */
  duplicates: z.number().int().positive().optional(),
});

export type Packet = z.infer<typeof packetSchema>;
export type PacketStatus = Packet['status'];

/** The router never ran this packet, or its answer cannot be read. */
export const notMeasured: Packet = {
  status: 'not_measured',
  rttMs: null,
  host: null,
  ttl: null,
  sizeBytes: null,
};

export const isReply = (packet: Packet) => packet.status === 'reply';
export const isMeasured = (packet: Packet) => packet.status !== 'not_measured';

/** How many packets were really sent, how many were answered, and how many could not be measured. */
export function countPackets(packets: readonly Packet[]): {
  sent: number;
  received: number;
  notMeasured: number;
} {
  const sent = packets.filter(isMeasured).length;
  return { sent, received: packets.filter(isReply).length, notMeasured: packets.length - sent };
}

const MAC = /^[0-9a-f]{2}([:-][0-9a-f]{2}){5}$/i;

/** True for a link-layer address: what answers an ARP ping, which proves power and link but no internet. */
export const isMac = (address: string | null) => address !== null && MAC.test(address);
