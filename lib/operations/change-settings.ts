import { saveSettings } from '@/lib/db/settings';
import { allow } from '@/lib/domain/role';
import type { Settings } from '@/lib/domain/settings';
import type { Context } from './context';

/** Replaces the settings. Every instance judges by the new rules within seconds. */
export async function changeSettings(ctx: Context, settings: Settings): Promise<Settings> {
  allow(ctx.actor, 'settings:write');
  await saveSettings(ctx.db, { value: settings, at: ctx.now(), by: ctx.actor.id });
  return settings;
}
