import { desc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { serviceSchema, type Service, type StoredService } from '@/lib/domain/service';
import type { Queryable } from './client';
import { deleteMovedQuietLines } from './quiet-lines';
import { services, serviceViews } from './schema';
import { searchColumnsOf } from './search-columns';

const storedSchema = serviceSchema.extend({
  syncedAt: z.date(),
  vanishedAt: z.date().nullable(),
  ipShared: z.boolean(),
});

/** A stored record and whether another service has the same address. */
export type DirectoryService = StoredService & { ipShared: boolean };

/** True when another service of the directory holds the same address. */
const ipShared = sql<boolean>`exists (
  select 1 from services other
  where other.ip = services.ip and other.service_id <> services.service_id)`.as('ip_shared');

/** The columns of a directory row, for the queries of this folder. */
export const directoryColumns = { service: services, ipShared };

export const toDirectoryService = (row: {
  service: typeof services.$inferSelect;
  ipShared: boolean;
}): DirectoryService => storedSchema.parse({ ...row.service, ipShared: row.ipShared });

/** Writes records as WispHub gave them at `syncedAt`. An older reading never replaces a younger one. */
export async function upsertServices(
  q: Queryable,
  records: readonly Service[],
  syncedAt: Date,
): Promise<void> {
  const byId = new Map(records.map((record) => [record.serviceId, record]));
  if (byId.size === 0) return;
  // In one order for everybody, because two loads that lock the same rows crosswise would end each other.
  const inOrder = [...byId.values()].sort((a, b) => a.serviceId - b.serviceId);
  const rows = inOrder.map((record) => ({
    ...record,
    ...searchColumnsOf(record),
    syncedAt,
    vanishedAt: null,
  }));
  const { serviceId, ...columns } = services;
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'serviceId');
  const changes = Object.entries(columns)
    .filter(([name]) => names.includes(name))
    .map(([name, column]) => [name, sql.raw(`excluded."${'name' in column ? String(column.name) : name}"`)]);
  await q
    .insert(services)
    .values(rows)
    .onConflictDoUpdate({
      target: serviceId,
      set: Object.fromEntries(changes),
      setWhere: sql`${services.syncedAt} <= excluded.synced_at`,
    });
  await deleteMovedQuietLines(
    q,
    rows.map((row) => row.serviceId),
  );
}

export async function getService(q: Queryable, serviceId: number): Promise<DirectoryService | null> {
  const [row] = await q.select(directoryColumns).from(services).where(eq(services.serviceId, serviceId));
  return row ? toDirectoryService(row) : null;
}

/** The names of these services, where the directory knows them. */
export async function selectServiceNames(
  q: Queryable,
  serviceIds: readonly number[],
): Promise<Map<number, string | null>> {
  if (serviceIds.length === 0) return new Map();
  const rows = await q
    .select({ id: services.serviceId, name: services.name })
    .from(services)
    .where(inArray(services.serviceId, [...new Set(serviceIds)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function countServices(q: Queryable): Promise<number> {
  const [row] = await q.select({ count: sql`count(*)`.mapWith(Number) }).from(services);
  return row?.count ?? 0;
}

/** Notes that somebody opened a service. */
export async function recordServiceView(
  q: Queryable,
  view: { userId: string; serviceId: number; viewedAt: Date },
): Promise<void> {
  await q
    .insert(serviceViews)
    .values(view)
    .onConflictDoUpdate({
      target: [serviceViews.userId, serviceViews.serviceId],
      set: { viewedAt: view.viewedAt },
    });
}

/** The services a person opened last, the latest first. */
export async function selectRecentServices(
  q: Queryable,
  userId: string,
  limit: number,
): Promise<DirectoryService[]> {
  const rows = await q
    .select(directoryColumns)
    .from(serviceViews)
    .innerJoin(services, eq(services.serviceId, serviceViews.serviceId))
    .where(eq(serviceViews.userId, userId))
    .orderBy(desc(serviceViews.viewedAt))
    .limit(limit);
  return rows.map(toDirectoryService);
}
