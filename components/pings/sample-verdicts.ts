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
import { finished, judgedUpstream, notExtended, type ResultSample } from './sample-ping';

const STRANGER = '10.20.30.99';
const EVERY_OTHER = [0, 2, 4, 6, 8];

/** A stable line, trusted and not, in each way the desk tells apart. */
export const STABLE_SAMPLES: readonly ResultSample[] = [
  finished('stable, solid', answered(10)),
  finished('stable, few packets', answered(4)),
  finished('stable, lost 1 of 20', losing(20, [0])),
  finished('stable, lost 2 of 10, on the boundary', losing(10, [3, 7])),
  finished('stable, extended to 20', losing(4, [1]), {
    extension: [answered(6), losing(10, [2, 9])],
  }),
  finished('stable, suspended', answered(10), { known: { status: 'Suspendido' } }),
  finished('stable, cancelled', answered(10), { known: { status: 'Cancelado' } }),
  finished('stable, account word unknown', answered(10), { known: { status: 'En instalación' } }),
  finished('stable, no address on record', answered(10), { known: { ip: null } }),
  finished('stable, replies that name no host', answered(10, 11, { host: null })),
  finished('stable, no record at all', answered(10), {
    known: { zone: null, router: null, sector: null, plan: null, status: null, ip: null },
    serviceName: null,
  }),
  finished('stable, link only', answered(10, 0.4, { host: SAMPLE_MAC, ttl: null })),
  finished('stable, another address replied', answered(10, 11, { host: STRANGER })),
  finished('stable, shared address', answered(10), { known: { ipShared: true } }),
  finished('stable, 4 of 16 not measured', [...answered(12), ...unmeasured(4)]),
  finished('stable, 4 of 10 not measured', [...answered(6), ...unmeasured(4)]),
  finished(
    'stable, everything doubtful',
    [...losing(4, [1], 0.4), reply(12, { host: SAMPLE_MAC }), ...unmeasured(1)],
    {
      known: { status: 'Suspendido', ip: '10.20.30.41', ipShared: true },
    },
  ),
  judgedUpstream('stable, judged upstream', 'stable'),
];

/** A line that answers on and off. */
export const INTERMITTENT_SAMPLES: readonly ResultSample[] = [
  finished('intermittent, solid', losing(10, EVERY_OTHER, 44)),
  finished('intermittent, few packets', losing(4, [0, 2], 44)),
  finished('intermittent, unclear after 20', losing(20, [0, 4, 8, 12, 16], 44)),
  notExtended('intermittent, no room for an extension', losing(4, [0, 2], 44)),
  finished('intermittent, errors from the way', [
    ...many(10, (index) => (index % 2 ? reply(around(44, index)) : loss('host_unreachable', SAMPLE_HOP))),
  ]),
  finished('intermittent, suspended', losing(10, EVERY_OTHER, 44), { known: { status: 'Suspendido' } }),
  finished(
    'intermittent, link only',
    many(10, (index) => (index % 2 ? reply(0.4, { host: SAMPLE_MAC, ttl: null }) : loss())),
  ),
  finished(
    'intermittent, another address replied',
    many(10, (index) => (index % 2 ? reply(around(44, index), { host: STRANGER }) : loss())),
  ),
  finished('intermittent, shared address', losing(10, EVERY_OTHER, 44), { known: { ipShared: true } }),
  finished('intermittent, 4 of 14 not measured', [...losing(10, EVERY_OTHER, 44), ...unmeasured(4)]),
  judgedUpstream('intermittent, judged upstream', 'intermittent'),
];

/** A line that did not answer. */
export const SILENT_SAMPLES: readonly ResultSample[] = [
  finished('no reply, solid', silent(10)),
  finished('no reply, few packets', silent(4)),
  finished('no reply, confirmed in a second round', silent(4), { extension: [silent(6)] }),
  notExtended('no reply, no room to confirm', silent(4)),
  finished(
    'no reply, the way is alive',
    many(10, (index) => (index % 2 ? loss('host_unreachable', SAMPLE_HOP) : loss())),
  ),
  finished('no reply, the way is alive, few packets', silent(4, 'host_unreachable', SAMPLE_HOP)),
  finished('no reply, an error on the way', silent(10, 'ttl_exceeded', SAMPLE_HOP)),
  finished('no reply, an error on the way, few packets', silent(4, 'net_unreachable', SAMPLE_HOP)),
  finished('no reply, suspended', silent(10), { known: { status: 'Suspendido' } }),
  finished('no reply, cancelled, few packets', silent(4), { known: { status: 'Cancelado' } }),
  finished('no reply, shared address', silent(10), { known: { ipShared: true } }),
  finished('no reply, no address on record', silent(10, 'host_unreachable', SAMPLE_HOP), {
    known: { ip: null },
  }),
  finished('no reply, 4 of 14 not measured', [...silent(10), ...unmeasured(4)]),
  judgedUpstream('no reply, judged upstream', 'no_internet'),
];
