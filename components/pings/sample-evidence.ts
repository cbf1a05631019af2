import { PACKET_STATUSES, type Packet, type PacketStatus } from '@/lib/domain/packet';
import {
  answered,
  around,
  losing,
  loss,
  many,
  reply,
  SAMPLE_HOP,
  SAMPLE_MAC,
  silent,
  unmeasured,
} from './sample-packets';
import { ANA, finished, LUIS, type ResultSample } from './sample-ping';

const plan = (name: string) => ({ plan: { id: 502, name } });
const jittery = (index: number) => reply(index % 2 ? 90 : 12);

/** Everything that can be remarked beside a verdict; the names of the record tell the access technology. */
export const REMARK_SAMPLES: readonly ResultSample[] = [
  finished('remark: slow for fibre', answered(10, 48), { known: plan('Fibra 100M') }),
  finished('remark: slow for wireless', answered(10, 95), { known: plan('Inalámbrico 20M') }),
  finished('remark: slow for satellite', answered(10, 820), { known: plan('Satelital 25M') }),
  finished('no remark: slow, but nobody knows for what', answered(10, 95)),
  finished('remark: uneven latency', many(10, jittery)),
  finished('remark: link only', [...answered(6), ...answered(4, 0.4, { host: SAMPLE_MAC, ttl: null })]),
  finished('remark: the network reaches a router', [
    ...answered(8),
    ...silent(2, 'host_unreachable', SAMPLE_HOP),
  ]),
  finished(
    'remark: different TTLs',
    many(10, (index) => reply(around(11, index), { ttl: index % 3 ? 64 : 58 })),
  ),
  finished('remark: duplicate replies', [...answered(8), ...answered(2, 11, { duplicates: 1 })]),
  finished(
    'remarks: all at once',
    [
      ...many(8, (index) => reply(index % 2 ? 140 : 30, { ttl: 60 + (index % 3), duplicates: 1 })),
      reply(28, { host: SAMPLE_MAC, ttl: null }),
      loss('host_unreachable', SAMPLE_HOP),
    ],
    { known: plan('Fibra 100M') },
  ),
];

/** Who stands behind each outcome of a packet: a timeout names the target, an error the router that reported it. */
const HOSTS: Partial<Record<PacketStatus, string>> = {
  host_unreachable: SAMPLE_HOP,
  net_unreachable: SAMPLE_HOP,
  admin_prohibited: '203.0.113.17',
  ttl_exceeded: '203.0.113.33',
};

const ofStatus = (status: PacketStatus): Packet =>
  status === 'reply'
    ? reply(11)
    : status === 'not_measured'
      ? { ...loss(status, null) }
      : loss(status, HOSTS[status] ?? (status === 'timeout' ? undefined : null));

/** Packets as they are drawn and listed, from one to a hundred. */
export const PACKET_SAMPLES: readonly ResultSample[] = [
  finished('packets: every outcome', PACKET_STATUSES.map(ofStatus)),
  finished('packets: one', answered(1)),
  finished('packets: below a millisecond', answered(10, 0.4)),
  finished(
    'packets: replies without a time',
    many(10, () => reply(null)),
  ),
  finished(
    'packets: one that took a second and a half',
    many(20, (index) => reply(index === 12 ? 1480 : around(11, index))),
  ),
  finished(
    'packets: 100, one in nine lost',
    many(100, (index) => (index % 9 === 4 ? loss() : reply(around(24, index)))),
  ),
  finished('packets: 100, none answered', silent(100)),
  finished('packets: 100, the last 40 not measured', [...answered(60), ...unmeasured(40)]),
];

const BOT = { ...ANA, kind: 'token', id: 'bot', name: 'whatsapp-bot' } as const;
const LONG = { ...ANA, id: 'long', name: 'María Fernanda de los Ángeles Rodríguez-Santamaría' } as const;

/** Results whose packets say nothing new, but how they came about does. */
export const CIRCUMSTANCE_SAMPLES: readonly ResultSample[] = [
  finished('asked by four, one of them a program', answered(10), { requesters: [ANA, LUIS, BOT, LONG] }),
  finished('asked by a program', answered(10), { requesters: [BOT], asked: { source: 'api' } }),
  finished('launched twice, the first request unconfirmed', answered(10), {
    changes: { launchUncertain: true },
  }),
  finished('three rounds, launched twice', losing(4, [1]), {
    extension: [losing(6, [3]), losing(10, [0, 5])],
    changes: { launchUncertain: true },
  }),
  finished('a name that fills the line', losing(10, [1, 2, 3]), {
    serviceName: 'Comercializadora Internacional de Productos Agropecuarios del Nororiente S.A.S.',
    requesters: [LONG],
  }),
];

/** Marked as measured on the wrong customer, and a result that may be marked so. */
export const WRONG_CUSTOMER_SAMPLES: readonly ResultSample[] = [
  finished('marked as the wrong customer', silent(10), {
    changes: { wrongCustomerAt: new Date('2026-03-02T14:00:00.000Z') },
  }),
  finished('may be marked as the wrong customer', silent(10)),
];
