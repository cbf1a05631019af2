import { eq } from 'drizzle-orm';
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

export async function saveQuietLine(q: Queryable, line: QuietLine & { markedBy: string }): Promise<void> {
  await q.insert(quietLines).values(line).onConflictDoUpdate({ target: quietLines.serviceId, set: line });
}

export async function deleteQuietLine(q: Queryable, serviceId: number): Promise<void> {
  await q.delete(quietLines).where(eq(quietLines.serviceId, serviceId));
}
