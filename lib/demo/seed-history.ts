import type { Queryable } from '@/lib/db/client';
import { pingRequests, pings } from '@/lib/db/schema';
import { recordServiceView } from '@/lib/db/services';
import { caseCodeOf } from '@/lib/domain/case-code';
import { inventHistory, type PastPing } from './invent-history';
import { minutesBefore } from './moment';
import { readDirectory } from './seed-directory';
import type { Staff } from './staff';

const BLOCK = 200;

/** What Ana looked at, in minutes before now. */
const VIEWS: readonly [serviceId: number, minutesAgo: number][] = [
  [1003, 13],
  [1002, 24],
  [1017, 32],
  [12345, 40],
  [1007, 190],
  [1021, 1500],
  [1011, 1900],
];

function blocks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / BLOCK) }, (_, index) =>
    list.slice(index * BLOCK, (index + 1) * BLOCK),
  );
}

const toPingRow = ({ ping, calls: [first] }: PastPing, staff: Staff) => ({
  ...ping,
  caseCode: caseCodeOf(ping.id),
  starterId: staff[first.by].id,
  starterName: staff[first.by].name,
  wrongCustomerBy: ping.wrongCustomerAt === null ? null : staff[first.by].id,
});

const toRequestRows = ({ ping, calls }: PastPing, staff: Staff) =>
  calls.map(({ by, reason, at }) => ({
    pingId: ping.id,
    actorKind: staff[by].kind,
    actorId: staff[by].id,
    actorName: staff[by].name,
    reason,
    requestedAt: at,
    pingAt: ping.createdAt,
    joined: by !== calls[0].by,
  }));

export async function hasPings(q: Queryable): Promise<boolean> {
  const rows = await q.select({ id: pings.id }).from(pings).limit(1);
  return rows.length > 0;
}

/** Stores the invented past and what Ana has looked at lately. */
export async function seedHistory(q: Queryable, staff: Staff, now: Date): Promise<void> {
  const history = inventHistory(now, await readDirectory(q));
  for (const block of blocks(history)) {
    await q.insert(pings).values(block.map((past) => toPingRow(past, staff)));
  }
  for (const block of blocks(history.flatMap((past) => toRequestRows(past, staff)))) {
    await q.insert(pingRequests).values(block);
  }
  for (const [serviceId, minutesAgo] of VIEWS) {
    await recordServiceView(q, { userId: staff.ana.id, serviceId, viewedAt: minutesBefore(now, minutesAgo) });
  }
}
