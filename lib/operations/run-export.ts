import { endExport, getExport, writePiece, type StoredExport } from '@/lib/db/exports';
import { findText } from '@/lib/db/history-text';
import { getUserActor } from '@/lib/db/users';
import { noOrigin } from '@/lib/domain/audit';
import { can } from '@/lib/domain/role';
import { isDatabaseUnavailable } from '@/lib/db/unavailable';
import { toLocale } from '@/lib/i18n/locale';
import type { Context, System } from './context';
import { writeExport } from './write-export';

/** Whoever asked, with the rights of now; null when they may no longer export. */
async function ownerContext(system: System, { ownerId }: StoredExport): Promise<Context | null> {
  const actor = await getUserActor(system.db, ownerId);
  return actor !== null && can(actor, 'exports:own') ? { ...system, actor, origin: noOrigin } : null;
}

/** Writes what is not written yet; false when another instance goes on with it. */
async function carryOn(ctx: Context, made: StoredExport): Promise<boolean> {
  const { filter, from, to, locale } = made.filter;
  const rights = { withCustomers: can(ctx.actor, 'service:read'), withNotes: can(ctx.actor, 'note:read') };
  const found = filter.q === '' ? null : await findText(ctx.db, filter.q, rights);
  const order = {
    selection: { filter, span: { from, to }, found },
    format: made.format,
    locale: toLocale(locale),
  };
  let { place } = made;
  if (place !== null && place.after === null) return true;
  for await (const piece of writeExport(ctx, order, place?.after ?? null)) {
    if (ctx.isDraining()) throw new Error('The server is restarting; the export goes on afterwards.');
    place = await writePiece(ctx.db, { id: made.id, place }, piece);
    if (place === null) return false;
  }
  return true;
}

/**
 * Makes an export, or goes on with it where a crash or a restart cut it off: every piece is written once, with the place
 * of the next one. Throws when it is to be tried again.
 */
export async function runExport(system: System, exportId: string): Promise<void> {
  const made = await getExport(system.db, exportId);
  if (made === null || made.state === 'done' || made.state === 'failed') return;
  const end = (error: string | null) => endExport(system.db, { id: exportId, at: system.now(), error });
  const ctx = await ownerContext(system, made);
  if (ctx === null) return end('its owner may no longer export');
  try {
    if (await carryOn(ctx, made)) await end(null);
  } catch (error) {
    if (system.isDraining() || isDatabaseUnavailable(error)) throw error;
    system.log.error({ export: exportId, err: error }, 'an export could not be made');
    await end('internal');
  }
}
