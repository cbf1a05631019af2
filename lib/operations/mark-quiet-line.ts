import { deleteQuietLine, saveQuietLine } from '@/lib/db/quiet-lines';
import { getService } from '@/lib/db/services';
import { AppError } from '@/lib/domain/app-error';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/** Notes that this customer browses although the line never answers ping, on its address of today; or takes it back. */
export async function markQuietLine(
  ctx: Context,
  { serviceId, quiet }: { serviceId: number; quiet: boolean },
): Promise<void> {
  allow(ctx.actor, 'line:mark');
  if (!quiet) return deleteQuietLine(ctx.db, serviceId);
  const service = await getService(ctx.db, serviceId);
  if (service?.ip == null) {
    throw new AppError(
      'service_without_ip',
      'Only a service with an address in the directory can be marked.',
    );
  }
  const line = { serviceId, ip: service.ip, markedAt: ctx.now(), markedByName: ctx.actor.name };
  await saveQuietLine(ctx.db, { ...line, markedBy: ctx.actor.id });
}
