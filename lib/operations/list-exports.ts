import { selectExports, type StoredExport } from '@/lib/db/exports';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

const MOST = 20;

/** The exports that the caller asked for, the latest first, with how far each is. */
export async function listExports(ctx: Context): Promise<StoredExport[]> {
  allow(ctx.actor, 'exports:own');
  return selectExports(ctx.db, ctx.actor.id, ctx.now(), MOST);
}
