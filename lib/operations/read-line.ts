import { getQuietLine, type QuietLine } from '@/lib/db/quiet-lines';
import { getService } from '@/lib/db/services';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/** Whether somebody knows this line to work without ever answering ping; null when nobody does. */
export async function readLine(
  ctx: Context,
  { serviceId }: { serviceId: number },
): Promise<QuietLine | null> {
  allow(ctx.actor, 'pings:of_service');
  const [line, service] = await Promise.all([getQuietLine(ctx.db, serviceId), getService(ctx.db, serviceId)]);
  // The mark was made of the device behind one address; behind another one nobody has looked.
  return line !== null && service?.ip === line.ip ? line : null;
}
