import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import { changeItemSchema, type ChangeItem } from '@/lib/domain/ping-change';
import { api } from './api';
import { ApiError } from './api-error';
import { pingWaits } from './ping-waits';
import { noteSessionEnd } from './session-end';
import { upstreamQuery } from './upstream';

const changesSchema = z.object({ items: z.array(changeItemSchema) });

const WAIT_SECONDS = 25;
/** A little more than the server takes, so that it is the one who ends a wait. */
const TIMEOUT_MS = 30_000;
/** Over HTTP/1.1 a browser opens six connections to one server, and every tab needs some for all the rest. */
const MOST_TABS = 3;

/** Nobody's hand causes a wait, so it keeps no session alive; see `lib/queries/background-mark.ts`. */
const BACKGROUND = { 'x-pulso-background': '1' };

async function ask(
  client: QueryClient,
  seen: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<readonly ChangeItem[]> {
  const query = new URLSearchParams({
    seen: [...seen].map(([id, version]) => `${id}.${version}`).join(),
    seconds: String(WAIT_SECONDS),
  });
  const options = { signal, timeoutMs: TIMEOUT_MS, headers: BACKGROUND };
  try {
    return (await api(`/api/v1/changes/?${query}`, changesSchema, options)).items;
  } catch (error) {
    noteSessionEnd(error);
    // A wait that is cut off is often the first sign that the server is gone.
    if (error instanceof ApiError && error.status === 0)
      void client.refetchQueries({ queryKey: upstreamQuery().queryKey, type: 'active' });
    throw error;
  }
}

/** Runs the work while fewer than three tabs of this browser do the same; throws when there is no place. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  // Browsers have locks only where the page came over https or from this machine.
  const locks = 'locks' in navigator ? navigator.locks : null;
  if (locks === null) return work();
  for (let place = 1; place <= MOST_TABS; place += 1) {
    const done = await locks.request(`pulso-wait-${place}`, { ifAvailable: true }, async (lock) =>
      lock === null ? null : { value: await work() },
    );
    if (done !== null) return done.value;
  }
  throw new Error('enough tabs of this browser wait already');
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Once for each tab: what of its pings is new is shown as soon as the server knows it. */
export function useChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    const waits = pingWaits(client, {
      ask: (seen, signal) => inTurn(() => ask(client, seen, signal)),
      isHidden: () => document.hidden,
      pause,
    });
    const unsubscribe = client.getQueryCache().subscribe(({ type }) => {
      if (type !== 'observerResultsUpdated' && type !== 'observerOptionsUpdated') waits.look();
    });
    document.addEventListener('visibilitychange', waits.look);
    return () => {
      unsubscribe();
      document.removeEventListener('visibilitychange', waits.look);
      waits.stop();
    };
  }, [client]);
}
