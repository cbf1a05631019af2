import { searchServices as search } from '@/lib/db/service-search';
import { selectRecentServices, type DirectoryService } from '@/lib/db/services';
import { allow, can } from '@/lib/domain/role';
import type { Context } from './context';

export type SearchServicesInput = { q: string; recent: boolean; limit: number; offset: number };

/** Services that fit what was typed, best match first; or those that the caller opened last. */
export async function searchServices(
  ctx: Context,
  input: SearchServicesInput,
): Promise<{ services: DirectoryService[]; nextOffset: number | null }> {
  allow(ctx.actor, 'service:read');
  if (input.recent)
    return { services: await selectRecentServices(ctx.db, ctx.actor.id, input.limit), nextOffset: null };
  const found = await search(ctx.db, input.q, {
    limit: input.limit + 1,
    offset: input.offset,
    // Searching by a number that one may not see would tell it digit by digit.
    withDocument: can(ctx.actor, 'service:money'),
  });
  const more = found.length > input.limit;
  return { services: found.slice(0, input.limit), nextOffset: more ? input.offset + input.limit : null };
}
