import { lockSettings, saveSettings } from '@/lib/db/settings';
import { changesBetween } from '@/lib/domain/audit';
import { allow } from '@/lib/domain/role';
import type { Settings } from '@/lib/domain/settings';
import { audit } from './audit';
import type { Context } from './context';

/** Replaces the settings. Every instance judges by the new rules within seconds. */
export async function changeSettings(ctx: Context, settings: Settings): Promise<Settings> {
  allow(ctx.actor, 'settings:write');
  await ctx.db.transaction(async (tx) => {
    const before = await lockSettings(tx);
    await saveSettings(tx, { value: settings, at: ctx.now(), by: ctx.actor.id });
    await audit(tx, ctx, { action: 'settings_change', changes: changesBetween(before, settings) });
  });
  return settings;
}
