import { selectFilterChoices, type FilterChoices } from '@/lib/db/service-filters';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

/** The zones, routers, sectors and words for the account that the directory knows, each with its number of services. */
export async function readFilterChoices(ctx: Context): Promise<FilterChoices> {
  allow(ctx.actor, 'service:read');
  return selectFilterChoices(ctx.db);
}
