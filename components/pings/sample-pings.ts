import { judgeCertainty, type Circumstances } from '@/lib/domain/certainty';
import { failure, FAILURE_CODES, type FailureCode } from '@/lib/domain/failure';
import { createPing } from '@/lib/domain/create-ping';
import { countPackets, notMeasured, type Packet, type PacketStatus } from '@/lib/domain/packet';
import { toPingDetails, type PingDetails } from '@/lib/domain/ping-details';
import type { Ping } from '@/lib/domain/ping';
import { defaultPolling } from '@/lib/domain/polling';
import { defaultRules } from '@/lib/domain/rules';
import { judge } from '@/lib/domain/verdict';

const IP = '10.20.30.40';
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

const after = (at: Date, ms: number) => new Date(at.getTime() + ms);

const REQUEST = {
  id: '00000000-0000-4000-8000-000000000000',
  serviceId: 12345,
  pings: 4,
  reason: null,
  extend: 'auto',
  source: 'desk',
} as const;

const startedAt = (start: Date) => createPing(REQUEST, null, true, start, POLICY);

function details(ping: Ping): PingDetails {
  const requester = { kind: 'user', id: 'sample', name: 'Ana Torres', reason: null } as const;
  const requesters = [{ ...requester, requestedAt: ping.createdAt }];
  return toPingDetails({ ping, requesters, serviceName: 'Johana Vargas Peña' }, after(ping.createdAt, 6000));
}

type Sample<Shown> = { name: string; ping: (start: Date) => Shown };

function finished(name: string, packets: Packet[], known: Partial<Circumstances> = {}): Sample<PingDetails> {
  const circumstances = { ip: IP, ipShared: false, status: 'Activo', ...known };
  const verdict = judge(countPackets(packets), defaultRules);
  const certainty = judgeCertainty(verdict, packets, circumstances, defaultRules);
  const ping = (start: Date) => {
    const running = startedAt(start);
    const frozen = { ...running.frozen, ip: circumstances.ip, status: circumstances.status };
    const end = { state: 'finished', finishedAt: after(start, 6000) } as const;
    return details({ ...running, ...end, packets, verdict, certainty, frozen });
  };
  return { name, ping };
}

function failed(code: FailureCode): Sample<PingDetails> {
  const why = failure('upstream', code);
  const ping = (start: Date) =>
    details({ ...startedAt(start), state: 'failed', failure: why, finishedAt: after(start, 6000) });
  return { name: `failed, ${code}`, ping };
}

const waiting = (start: Date): Ping => ({
  ...startedAt(start),
  phase: 'read',
  launches: 1,
  launchedAt: start,
  dueAt: after(start, 2000),
});

/** Finished pings for the gallery, one for each thing a badge can say; judged by the product's own rules. */
export const SAMPLE_PINGS: readonly Sample<PingDetails>[] = [
  finished(
    'stable, solid',
    many(10, (i) => reply(wave(i))),
  ),
  finished(
    'stable, few packets',
    many(4, (i) => reply(wave(i))),
  ),
  finished('stable, lost some', [loss(), ...many(19, (i) => reply(wave(i)))]),
  finished(
    'stable, suspended',
    many(10, (i) => reply(wave(i))),
    { status: 'Suspendido' },
  ),
  finished(
    'stable, link only',
    many(10, () => reply(0.4, '02:00:5E:10:00:01')),
  ),
  finished(
    'stable, other address',
    many(10, (i) => reply(wave(i), '10.20.30.99')),
  ),
  finished(
    'stable, shared address',
    many(10, (i) => reply(wave(i))),
    { ipShared: true },
  ),
  finished(
    'stable, no record',
    many(10, (i) => reply(wave(i))),
    { ip: null, status: null },
  ),
  finished(
    'intermittent, solid',
    many(10, (i) => (i % 2 ? reply(wave(i) * 4) : loss())),
  ),
  finished(
    'intermittent, unclear',
    many(20, (i) => (i % 4 ? reply(wave(i) * 4) : loss())),
  ),
  finished(
    'no reply, solid',
    many(10, () => loss()),
  ),
  finished(
    'no reply, few packets',
    many(4, () => loss()),
  ),
  finished(
    'no reply, path alive',
    many(10, (i) => (i % 2 ? loss('host_unreachable', '203.0.113.9') : loss())),
  ),
  finished(
    'no reply, suspended',
    many(10, () => loss()),
    { status: 'Suspendido' },
  ),
  finished('partly not measured', [...many(6, (i) => reply(wave(i))), ...many(4, () => notMeasured)]),
  ...FAILURE_CODES.map(failed),
];

/** Running pings for the gallery: before the first answer, before the first facts, and with some. */
export const SAMPLE_RUNNING: readonly Sample<PingDetails | null>[] = [
  { name: 'asking', ping: () => null },
  { name: 'waiting', ping: (start) => details(waiting(start)) },
  {
    name: 'confirming',
    ping: (start) => {
      const silence = { packets: many(4, () => loss()), planned: 10, round: 2, roundPackets: 6 };
      return details({ ...waiting(start), ...silence, launchUncertain: true });
    },
  },
];
