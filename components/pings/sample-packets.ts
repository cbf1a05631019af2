import { notMeasured, type Packet, type PacketStatus } from '@/lib/domain/packet';

/** The address on the record of the invented customer, and a router on the way to it. */
export const SAMPLE_IP = '10.20.30.40';
export const SAMPLE_HOP = '203.0.113.9';
export const SAMPLE_MAC = '02:00:5E:10:00:01';

export const reply = (rttMs: number | null, changes: Partial<Packet> = {}): Packet => ({
  status: 'reply',
  rttMs,
  host: SAMPLE_IP,
  ttl: 64,
  sizeBytes: 56,
  ...changes,
});

export const loss = (status: PacketStatus = 'timeout', host: string | null = SAMPLE_IP): Packet => ({
  ...notMeasured,
  status,
  host,
});

export const many = (count: number, make: (index: number) => Packet): Packet[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Round trips that move a little around a middle, as those of a real line do. */
export const around = (middle: number, index: number) => middle * (1 + Math.sin(index * 1.7) * 0.25);

export const answered = (count: number, middle = 11, changes: Partial<Packet> = {}) =>
  many(count, (index) => reply(around(middle, index), changes));

export const silent = (count: number, status?: PacketStatus, host?: string | null) =>
  many(count, () => loss(status, host));

export const unmeasured = (count: number) => many(count, () => notMeasured);

/** So many packets of which these are lost, by their place from 0; the others are answered. */
export const losing = (count: number, places: readonly number[], middle = 11): Packet[] =>
  many(count, (index) => (places.includes(index) ? loss() : reply(around(middle, index))));
