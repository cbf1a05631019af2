import {
  listServices,
  searchServices as search,
  type FoundService,
  type ListPlace,
} from '@/lib/db/service-search';
import { selectRecentServices } from '@/lib/db/services';
import { getSettings } from '@/lib/db/settings';
import { AppError } from '@/lib/domain/app-error';
import { allow, can } from '@/lib/domain/role';
import { anyService, type ServiceFilter } from '@/lib/domain/service-filter';
import { readTypedSearch } from '@/lib/domain/typed-search';
import type { Context } from './context';

export type SearchServicesInput = {
  q: string;
  recent: boolean;
  limit: number;
  /** So many of the best matches were shown already. */
  offset: number;
  /** Where the list of all services, with nothing typed, goes on. */
  after?: ListPlace | null;
  filter?: ServiceFilter;
};

/** How to ask for the page that follows. */
export type NextServices = { offset: number } | { after: ListPlace };

type Output = { services: FoundService[]; next: NextServices | null };

/**
 * Services that fit what was typed, best match first; all of the filter when nothing was; or those that the caller
 * opened last. Throws AppError `search_timeout` when the database took too long to find any.
 */
export async function searchServices(ctx: Context, input: SearchServicesInput): Promise<Output> {
  allow(ctx.actor, 'service:read');
  const { q, limit, offset, after = null, filter = anyService } = input;
  if (input.recent) {
    const opened = await selectRecentServices(ctx.db, ctx.actor.id, limit);
    return { services: opened.map((service) => ({ ...service, customer: null })), next: null };
  }
  if (q.trim() === '') {
    const { services, next } = await listServices(ctx.db, { filter, after, limit });
    return { services, next: next && { after: next } };
  }
  const { countryCode } = await getSettings(ctx.db);
  const { services, more, cutShort } = await search(ctx.db, {
    typed: readTypedSearch(q, countryCode),
    filter,
    personId: ctx.actor.kind === 'user' ? ctx.actor.id : null,
    // Searching by a number that one may not see would tell it digit by digit.
    withDocument: can(ctx.actor, 'service:money'),
    limit,
    offset,
  });
  if (cutShort && services.length === 0)
    throw new AppError('search_timeout', 'The search took too long. Type more of the name, or the id.');
  return { services, next: more ? { offset: offset + limit } : null };
}
