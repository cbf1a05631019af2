import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { historyPageSchema } from '@/lib/domain/history-item';
import { isFinal } from '@/lib/domain/ping';
import { pingItemSchema, type PingDetails, type PingItem } from '@/lib/domain/ping-details';
import { pingQuery } from './pings';

/** What a list that is on the screen holds: one page, or all that were read. */
type List = { items?: readonly PingItem[]; pages?: readonly { items?: readonly PingItem[] }[] };

const listedIn = ({ state }: Query): readonly PingItem[] => {
  const { items = [], pages = [] } = (state.data as List | undefined) ?? {};
  return [...items, ...pages.flatMap((page) => page.items ?? [])];
};

/** The lists of pings that are on the screen: those of a line, one's own, and the history. */
const shownLists = (client: QueryClient): Query[] =>
  [['pings'], ['history', 'pages']].flatMap((queryKey) =>
    client.getQueryCache().findAll({ queryKey, type: 'active' }),
  );

/** The version of a ping whose page or badge is on the screen; null where it is not, or not read yet. */
export function shownVersion(client: QueryClient, taskId: string): string | null {
  const { queryKey } = pingQuery(taskId);
  const query = client.getQueryCache().find({ queryKey, exact: true });
  return query?.isActive() ? (client.getQueryData(queryKey)?.version ?? null) : null;
}

/** Every running ping on the screen with the version that is shown; those that are shown in full come first. */
export function watchedPings(client: QueryClient): Map<string, string> {
  const inFull = client.getQueryCache().findAll({ queryKey: ['ping'], type: 'active' });
  const pings = inFull.flatMap(({ state }) => (state.data as PingDetails | undefined) ?? []);
  const known = new Set(pings.map((ping) => ping.task_id));
  const listed = shownLists(client)
    .flatMap(listedIn)
    .filter((ping) => !known.has(ping.task_id));
  const running = [...pings, ...listed].filter((ping) => !isFinal(ping));
  return new Map(running.map((ping) => [ping.task_id, ping.version]));
}

/**
 * Shows in the history how one of its pings ended. Its other rows and its totals stay those of the moment at which they
 * were read.
 */
async function endInHistory(client: QueryClient, taskId: string): Promise<void> {
  const isShown = client
    .getQueryCache()
    .findAll({ queryKey: ['history', 'pages'], type: 'active' })
    .some((query) => listedIn(query).some((ping) => ping.task_id === taskId));
  if (!isShown) return;
  const ping = await client.fetchQuery({ ...pingQuery(taskId), staleTime: 0 });
  const ended = pingItemSchema.parse(ping);
  type Pages = InfiniteData<z.infer<typeof historyPageSchema>>;
  client.setQueriesData<Pages>({ queryKey: ['history', 'pages'] }, (data) => {
    const pages = data?.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.task_id === taskId ? { ...item, ...ended } : item)),
    }));
    return data && pages && { ...data, pages };
  });
}

/** Brings the lists up to date with the end of a ping that is not shown in full; that one does so itself. */
export async function endInLists(client: QueryClient, taskId: string): Promise<void> {
  const isStale = (query: Query) => listedIn(query).some((ping) => ping.task_id === taskId && !isFinal(ping));
  await Promise.all([
    client.invalidateQueries({ queryKey: ['pings'], type: 'active', predicate: isStale }),
    endInHistory(client, taskId),
  ]);
}
