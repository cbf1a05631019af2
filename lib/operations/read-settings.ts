import { getSettings } from '@/lib/db/settings';
import { allow } from '@/lib/domain/role';
import type { Settings } from '@/lib/domain/settings';
import type { Context } from './context';

/** The operator's settings; they hold nothing secret, and every desk needs them. */
export async function readSettings(ctx: Context): Promise<Settings> {
  allow(ctx.actor, 'settings:read');
  return getSettings(ctx.db);
}
