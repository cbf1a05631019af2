import type { QueryClient } from '@tanstack/react-query';
import type { ChangeItem } from '@/lib/domain/ping-change';
import { pingQuery } from './pings';
import { setWaitedFor } from './waited-for';
import { endInLists, shownVersion, watchedPings } from './watched-pings';

/** What a wait needs of the browser; a test hands in its own. */
export type WaitParts = {
  /** One long request. Throws what the server refused, and when the signal aborts. */
  ask: (seen: ReadonlyMap<string, string>, signal: AbortSignal) => Promise<readonly ChangeItem[]>;
  /** True while nobody can see the tab. */
  isHidden: () => boolean;
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
};

export type PingWaits = {
  /** To be called whenever what is on the screen, or whether anybody sees it, may have changed. */
  look: () => void;
  stop: () => void;
};

const MOST_WATCHED = 50;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** What the server told of pings that only lists show: their version, null for those that are not there. */
type Told = Map<string, string | null>;

const readAgain = (client: QueryClient, id: string) =>
  client.refetchQueries({ queryKey: pingQuery(id).queryKey, exact: true, type: 'active' });

/** The pings to wait for, each with the version that the server need not tell again. */
function unseen(client: QueryClient, told: Told): Map<string, string> {
  const shown = [...watchedPings(client)].filter(([id]) => told.get(id) !== null);
  return new Map(
    shown
      .slice(0, MOST_WATCHED)
      .map(([id, version]) => [id, shownVersion(client, id) ?? told.get(id) ?? version]),
  );
}

/** Reads what is new; false when that did not work, so that asking on would only be told the same again. */
async function take(
  client: QueryClient,
  told: Told,
  { task_id: id, version, state }: ChangeItem,
): Promise<boolean> {
  const shown = shownVersion(client, id);
  if (version === null || shown === null) {
    told.set(id, version);
    if (version !== null && state !== 'running') await endInLists(client, id);
    return true;
  }
  if (shown === version) return true;
  await readAgain(client, id);
  return shownVersion(client, id) !== shown;
}

/**
 * Has the server say when a ping on the screen has something new, one request at a time, and reads it then. While that
 * works the queries ask less often by themselves; as soon as it does not they ask as if there were no such thing.
 */
export function pingWaits(client: QueryClient, { ask, isHidden, pause }: WaitParts): PingWaits {
  const told: Told = new Map();
  const ended = new AbortController();
  let asked: ReadonlySet<string> = new Set();
  let open: AbortController | null = null;
  let wake = () => {};
  let failures = 0;
  /** True once the way to the server has let a whole wait through. */
  let isProven = false;

  const wanted = () =>
    ended.signal.aborted || isHidden() ? new Map<string, string>() : unseen(client, told);

  /** From now on the queries ask by themselves again, beginning at once. */
  async function letGo(): Promise<void> {
    isProven = false;
    setWaitedFor([]);
    await Promise.all([...asked].map((id) => readAgain(client, id)));
  }

  async function waitOnce(seen: ReadonlyMap<string, string>): Promise<void> {
    const controller = new AbortController();
    open = controller;
    asked = new Set(seen.keys());
    if (isProven) setWaitedFor(asked);
    try {
      const changes = await ask(seen, controller.signal);
      open = null;
      const taken = await Promise.all(changes.map((change) => take(client, told, change)));
      if (taken.includes(false)) throw new Error('what is new could not be read');
      failures = 0;
      isProven = true;
      setWaitedFor(asked);
    } catch {
      open = null;
      // Aborted by ourselves, because there is something else to wait for, or nothing any more.
      if (controller.signal.aborted) return isHidden() ? letGo() : undefined;
      await letGo();
      failures += 1;
      await pause(Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS), ended.signal);
    }
  }

  async function run(): Promise<void> {
    while (!ended.signal.aborted) {
      const seen = wanted();
      if (seen.size > 0) await waitOnce(seen);
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    setWaitedFor([]);
  }

  void run();
  return {
    look() {
      const seen = wanted();
      const isOther = seen.size === 0 || [...seen.keys()].some((id) => !asked.has(id));
      if (isOther) open?.abort();
      wake();
    },
    stop() {
      ended.abort();
      open?.abort();
      wake();
    },
  };
}
