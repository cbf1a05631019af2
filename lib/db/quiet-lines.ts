import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from './client';
import { quietLines } from './schema';

const quietLineSchema = z.object({
  serviceId: z.number(),
  ip: z.string().nullable(),
  markedAt: z.date(),
  markedByName: z.string(),
});

/** A line that an agent knows to work although it never answers ping, on this address. */
export type QuietLine = z.infer<typeof quietLineSchema>;

export async function getQuietLine(q: Queryable, serviceId: number): Promise<QuietLine | null> {
  const [row] = await q.select().from(quietLines).where(eq(quietLines.serviceId, serviceId));
  return row ? quietLineSchema.parse(row) : null;
}

/** The addresses at which these services are known to work without answering, for those that are. */
export async function selectQuietIps(
  q: Queryable,
  serviceIds: readonly number[],
): Promise<Map<number, string | null>> {
  if (serviceIds.length === 0) return new Map();
  const rows = await q
    .select({ id: quietLines.serviceId, ip: quietLines.ip })
    .from(quietLines)
    .where(inArray(quietLines.serviceId, [...new Set(serviceIds)]));
  return new Map(rows.map((row) => [row.id, row.ip]));
}

/** All services that are known to work without answering. */
export async function selectQuietServices(q: Queryable): Promise<number[]> {
  const rows = await q.select({ id: quietLines.serviceId }).from(quietLines);
  return rows.map(({ id }) => id);
}

export async function saveQuietLine(q: Queryable, line: QuietLine & { markedBy: string }): Promise<void> {
  await q.insert(quietLines).values(line).onConflictDoUpdate({ target: quietLines.serviceId, set: line });
}

export async function deleteQuietLine(q: Queryable, serviceId: number): Promise<void> {
  await q.delete(quietLines).where(eq(quietLines.serviceId, serviceId));
}

/** Ends the marks of services that have moved to another address: behind it nobody has looked. */
export async function deleteMovedQuietLines(q: Queryable, serviceIds: readonly number[]): Promise<void> {
  const moved = sql`exists (
    select 1 from services s where s.service_id = quiet_lines.service_id and s.ip is distinct from quiet_lines.ip)`;
  await q.delete(quietLines).where(and(inArray(quietLines.serviceId, [...serviceIds]), moved));
}
