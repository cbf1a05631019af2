import { randomUUID } from 'node:crypto';
import { caseCodeOf } from '@/lib/domain/case-code';
import { failure } from '@/lib/domain/failure';
import type { Outcome } from '@/lib/domain/history-filter';
import type { RemarkCode } from '@/lib/domain/remark-code';
import { packetsOf, testPing } from '@/lib/domain/test-ping';
import type { Verdict } from '@/lib/domain/verdict';
import type { Database } from './client';
import { pingRequests, pings } from './schema';

/** A ping of the past as far as the history looks at it. */
export type PastPing = {
  id: string;
  at: Date;
  serviceId: number;
  outcome: Outcome;
  source: 'desk' | 'api';
  zone: string | null;
  router: string | null;
  sector: string | null;
  starter: string;
  joiners: readonly string[];
  tookMs: number;
  remarks: readonly RemarkCode[];
  wrong: boolean;
};

export const ana = '00000000-0000-4000-8000-00000000aaaa';
export const luis = '00000000-0000-4000-8000-00000000bbbb';

/** A stable ping of the desk, with the changes on top. */
export const pastPing = (at: string, changes: Partial<PastPing> = {}): PastPing => ({
  id: randomUUID(),
  at: new Date(at),
  serviceId: 1,
  outcome: 'stable',
  source: 'desk',
  zone: 'Zona Norte',
  router: 'Nodo Norte',
  sector: 'AP 7',
  starter: ana,
  joiners: [],
  tookMs: 4000,
  remarks: [],
  wrong: false,
  ...changes,
});

const RECEIVED: Record<Verdict, number> = { stable: 4, intermittent: 2, no_internet: 0 };
const node = (name: string | null) => (name === null ? null : { id: 1, name });
const nameOf = (person: string) => (person === ana ? 'Ana' : 'Luis');

function toRow(past: PastPing): typeof pings.$inferInsert {
  const { outcome, at } = past;
  const isRunning = outcome === 'running';
  const verdict = isRunning || outcome === 'failed' ? null : outcome;
  const frozen = {
    ...testPing().frozen,
    zone: node(past.zone),
    router: node(past.router),
    sector: node(past.sector),
  };
  return {
    ...testPing(),
    id: past.id,
    serviceId: past.serviceId,
    state: verdict === null ? (isRunning ? 'running' : 'failed') : 'finished',
    verdict,
    certainty: verdict && { level: 'hollow', reasons: ['few_packets'] },
    failure: outcome === 'failed' ? failure('router', 'router_unreachable') : null,
    packets: verdict === null ? [] : packetsOf(4, RECEIVED[verdict]),
    source: past.source,
    frozen,
    createdAt: at,
    deadlineAt: new Date(at.getTime() + 120_000),
    dueAt: at,
    finishedAt: isRunning ? null : new Date(at.getTime() + past.tookMs),
    wrongCustomerAt: past.wrong ? at : null,
    remarks: [...past.remarks],
    starterId: past.starter,
    starterName: nameOf(past.starter),
    caseCode: caseCodeOf(past.id),
  };
}

const toRequests = ({ id, at, starter, joiners }: PastPing): (typeof pingRequests.$inferInsert)[] =>
  [starter, ...joiners].map((actorId, index) => ({
    pingId: id,
    actorKind: 'user',
    actorId,
    actorName: nameOf(actorId),
    reason: null,
    requestedAt: new Date(at.getTime() + index * 1000),
    pingAt: at,
    joined: actorId !== starter,
  }));

/** As many rows as the parameters of one statement reach for. */
const ROWS_AT_ONCE = 500;

/** Stores pings of the past with everybody who asked for them. */
export async function storeHistory(db: Database, past: readonly PastPing[]): Promise<void> {
  for (let first = 0; first < past.length; first += ROWS_AT_ONCE) {
    const block = past.slice(first, first + ROWS_AT_ONCE);
    await db.insert(pings).values(block.map(toRow));
    await db.insert(pingRequests).values(block.flatMap(toRequests));
  }
}
