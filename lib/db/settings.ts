import { settingsSchema, type Settings } from '@/lib/domain/settings';
import type { Queryable } from './client';
import { settings } from './schema';

/** The operator's settings; what was never changed, and what an older version did not know, is the default. */
export async function getSettings(q: Queryable): Promise<Settings> {
  const [row] = await q.select({ value: settings.value }).from(settings);
  return settingsSchema.parse(row?.value ?? {});
}

/** The settings, held until the transaction ends, so that what they were before a change is certain. */
export async function lockSettings(tx: Queryable): Promise<Settings> {
  const [row] = await tx.select({ value: settings.value }).from(settings).for('update');
  return settingsSchema.parse(row?.value ?? {});
}

export async function saveSettings(
  q: Queryable,
  change: { value: Settings; at: Date; by: string },
): Promise<void> {
  const row = { value: change.value, updatedAt: change.at, updatedBy: change.by };
  await q
    .insert(settings)
    .values({ id: 1, ...row })
    .onConflictDoUpdate({ target: settings.id, set: row });
}
