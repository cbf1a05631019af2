import { deleteQuietLine, getQuietLine, saveQuietLine } from '@/lib/db/quiet-lines';
import { getService } from '@/lib/db/services';
import { AppError } from '@/lib/domain/app-error';
import { changesBetween } from '@/lib/domain/audit';
import { allow } from '@/lib/domain/role';
import { audit } from './audit';
import type { Context } from './context';

/** Notes that this customer browses although the line never answers ping, on its address of today; or takes it back. */
export async function markQuietLine(
  ctx: Context,
  { serviceId, quiet }: { serviceId: number; quiet: boolean },
): Promise<void> {
  allow(ctx.actor, 'line:mark');
  await ctx.db.transaction(async (tx) => {
    const [service, before] = [await getService(tx, serviceId), await getQuietLine(tx, serviceId)];
    if (!quiet) await deleteQuietLine(tx, serviceId);
    else if (service?.ip == null) {
      throw new AppError(
        'service_without_ip',
        'Only a service with an address in the directory can be marked.',
      );
    } else {
      const line = { serviceId, ip: service.ip, markedAt: ctx.now(), markedByName: ctx.actor.name };
      await saveQuietLine(tx, { ...line, markedBy: ctx.actor.id });
    }
    const target = { kind: 'service', id: String(serviceId), name: service?.name ?? null };
    const changes = changesBetween({ quiet: before !== null }, { quiet });
    await audit(tx, ctx, { action: 'line_mark', target, changes });
  });
}
