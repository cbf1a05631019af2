import { getService, type DirectoryService } from '@/lib/db/services';
import { AppError } from '@/lib/domain/app-error';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/** One service of the directory. Throws AppError `service_not_found`; the service may still exist upstream. */
export async function readService(
  ctx: Context,
  { serviceId }: { serviceId: number },
): Promise<DirectoryService> {
  allow(ctx.actor, 'service:read');
  const service = await getService(ctx.db, serviceId);
  if (service === null) {
    throw new AppError(
      'service_not_found',
      'The directory does not hold this service. It can still be pinged by its id.',
    );
  }
  return service;
}
