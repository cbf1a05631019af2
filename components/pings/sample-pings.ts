import { judgeCertainty, type Circumstances } from '@/lib/domain/certainty';
import { failure, FAILURE_CODES } from '@/lib/domain/failure';
import { createPing } from '@/lib/domain/create-ping';
import { countPackets, notMeasured, type Packet, type PacketStatus } from '@/lib/domain/packet';
import { toPingDetails, type PingDetails } from '@/lib/domain/ping-details';
import type { Ping } from '@/lib/domain/ping';
import { defaultPolling } from '@/lib/domain/polling';
import { defaultRules } from '@/lib/domain/rules';
import { judge } from '@/lib/domain/verdict';

const IP = '10.20.30.40';
const START = new Date('2026-03-02T14:00:00Z');
const END = new Date('2026-03-02T14:00:06Z');
const POLICY = { rules: defaultRules, polling: defaultPolling, packetsPerTask: 10 };

const reply = (rttMs: number, host = IP): Packet => ({
  status: 'reply',
  rttMs,
  host,
  ttl: 64,
  sizeBytes: 56,
});
const loss = (status: PacketStatus = 'timeout', host = IP): Packet => ({
  status,
  rttMs: null,
  host,
  ttl: null,
  sizeBytes: null,
});

const many = (count: number, make: (index: number) => Packet) =>
  Array.from({ length: count }, (_, i) => make(i));
const wave = (index: number) => 11 + Math.sin(index * 1.7) * 3;

const START_PING = createPing(
  {
    id: '00000000-0000-4000-8000-000000000000',
    serviceId: 12345,
    pings: 4,
    reason: null,
    extend: 'auto',
    source: 'desk',
  },
  null,
  true,
  START,
  POLICY,
);

const PEOPLE = [
  { kind: 'user', id: 'sample', name: 'Ana Torres', reason: null, requestedAt: START },
] as const;

const details = (ping: Ping): PingDetails =>
  toPingDetails({ ping, requesters: PEOPLE, serviceName: 'Johana Vargas Peña' }, END);

function finished(packets: Packet[], known: Partial<Circumstances> = {}): PingDetails {
  const circumstances = { ip: IP, ipShared: false, status: 'Activo', ...known };
  const verdict = judge(countPackets(packets), defaultRules);
  const certainty = judgeCertainty(verdict, packets, circumstances, defaultRules);
  const frozen = { ...START_PING.frozen, ip: circumstances.ip, status: circumstances.status };
  return details({ ...START_PING, state: 'finished', packets, verdict, certainty, frozen, finishedAt: END });
}

const failed = (code: (typeof FAILURE_CODES)[number]) =>
  details({ ...START_PING, state: 'failed', failure: failure('upstream', code), finishedAt: END });

/** Finished pings for the gallery, one for each thing a badge can say; judged by the product's own rules. */
export const SAMPLE_PINGS: readonly { name: string; ping: PingDetails }[] = [
  { name: 'stable, solid', ping: finished(many(10, (i) => reply(wave(i)))) },
  { name: 'stable, few packets', ping: finished(many(4, (i) => reply(wave(i)))) },
  { name: 'stable, lost some', ping: finished([loss(), ...many(19, (i) => reply(wave(i)))]) },
  {
    name: 'stable, suspended',
    ping: finished(
      many(10, (i) => reply(wave(i))),
      { status: 'Suspendido' },
    ),
  },
  { name: 'stable, link only', ping: finished(many(10, () => reply(0.4, '02:00:5E:10:00:01'))) },
  { name: 'stable, other address', ping: finished(many(10, (i) => reply(wave(i), '10.20.30.99'))) },
  {
    name: 'stable, shared address',
    ping: finished(
      many(10, (i) => reply(wave(i))),
      { ipShared: true },
    ),
  },
  {
    name: 'stable, no record',
    ping: finished(
      many(10, (i) => reply(wave(i))),
      { ip: null, status: null },
    ),
  },
  { name: 'intermittent, solid', ping: finished(many(10, (i) => (i % 2 ? reply(wave(i) * 4) : loss()))) },
  { name: 'intermittent, unclear', ping: finished(many(20, (i) => (i % 4 ? reply(wave(i) * 4) : loss()))) },
  { name: 'no reply, solid', ping: finished(many(10, () => loss())) },
  { name: 'no reply, few packets', ping: finished(many(4, () => loss())) },
  {
    name: 'no reply, path alive',
    ping: finished(many(10, (i) => (i % 2 ? loss('host_unreachable', '203.0.113.9') : loss()))),
  },
  {
    name: 'no reply, suspended',
    ping: finished(
      many(10, () => loss()),
      { status: 'Suspendido' },
    ),
  },
  {
    name: 'partly not measured',
    ping: finished([...many(6, (i) => reply(wave(i))), ...many(4, () => notMeasured)]),
  },
  ...FAILURE_CODES.map((code) => ({ name: `failed, ${code}`, ping: failed(code) })),
];

/** Running pings for the gallery: before the first facts, and with some. */
export const SAMPLE_RUNNING: readonly { name: string; ping: PingDetails | null }[] = [
  { name: 'asking', ping: null },
  {
    name: 'waiting',
    ping: details({ ...START_PING, phase: 'read', launches: 1, launchedAt: START, dueAt: END }),
  },
  {
    name: 'confirming',
    ping: details({
      ...START_PING,
      phase: 'read',
      launches: 1,
      launchedAt: START,
      launchUncertain: true,
      packets: many(4, () => loss()),
      planned: 10,
      round: 2,
      roundPackets: 6,
    }),
  },
];
