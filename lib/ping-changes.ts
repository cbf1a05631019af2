import type { PingVersion } from './db/ping-versions';
import type { PingChange, SeenPings } from './domain/ping-change';

type Waiter = {
  caller: string;
  seen: SeenPings;
  answer: (changes: PingChange[]) => void;
  fail: (error: unknown) => void;
};

type Wait = {
  /** Who waits, so that nobody fills the place of all. */
  caller: string;
  seen: SeenPings;
  mostMs: number;
  /** Aborted when the caller has gone. */
  gone: AbortSignal;
};

export type PingChanges = {
  /** Resolves with what is no longer as it was seen; with nothing when the time is up or the caller has gone. */
  wait: (wait: Wait) => Promise<PingChange[]>;
  /** How many waits of this caller are open here. */
  countOf: (caller: string) => number;
  /** Takes the word that a ping has changed; null when words may have been missed. */
  tell: (id: string | null) => void;
  /** Answers everybody with nothing, now and from now on: the process ends. */
  close: () => void;
};

type Found = ReadonlyMap<string, PingVersion>;

type Parts = {
  read: (ids: readonly string[]) => Promise<Found>;
  /** How often the pings that are waited for are looked at without any word. */
  lookEveryMs: number;
};

/** Which of these pings are no longer as somebody saw them. */
const changesFor = (seen: SeenPings, ids: readonly string[], found: Found): PingChange[] =>
  ids.flatMap((id) => {
    if (!seen.has(id)) return [];
    const { version = null, state = null } = found.get(id) ?? {};
    return version !== null && version === seen.get(id) ? [] : [{ id, version, state }];
  });

/**
 * Everybody who waits for a ping on this instance. A word of the database is a hint that makes it look at once; looking
 * is the truth, and one query serves all who wait, so that no wait holds a connection.
 */
export function pingChanges({ read, lookEveryMs }: Parts): PingChanges {
  const waiters = new Set<Waiter>();
  const wanted = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  let closed = false;

  const idsOfAll = () => new Set([...waiters].flatMap(({ seen }) => [...seen.keys()]));

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    // Whatever is told while the database is asked is looked at in the next turn, and not lost.
    while (wanted.size > 0) {
      const ids = [...wanted];
      wanted.clear();
      try {
        const found = await read(ids);
        for (const waiter of [...waiters]) {
          const changes = changesFor(waiter.seen, ids, found);
          if (changes.length > 0) waiter.answer(changes);
        }
      } catch (error) {
        // Who waits must know that nobody can tell, and goes on asking by itself.
        for (const waiter of [...waiters]) if (ids.some((id) => waiter.seen.has(id))) waiter.fail(error);
      }
    }
    looking = false;
  }

  function want(ids: Iterable<string>) {
    for (const id of ids) wanted.add(id);
    void look();
  }

  function keepLooking() {
    if (waiters.size === 0) {
      clearInterval(timer);
      timer = undefined;
    } else {
      timer ??= setInterval(() => want(idsOfAll()), lookEveryMs).unref();
    }
  }

  return {
    wait: ({ caller, seen, mostMs, gone }) =>
      new Promise((resolve, reject) => {
        if (closed || gone.aborted) return resolve([]);
        const leave = () => {
          clearTimeout(limit);
          gone.removeEventListener('abort', nothing);
          waiters.delete(waiter);
          keepLooking();
        };
        const answer = (changes: PingChange[]) => {
          leave();
          resolve(changes);
        };
        const fail = (error: unknown) => {
          leave();
          reject(error instanceof Error ? error : new Error(String(error)));
        };
        const nothing = () => answer([]);
        const waiter: Waiter = { caller, seen, answer, fail };
        const limit = setTimeout(nothing, mostMs);
        gone.addEventListener('abort', nothing);
        waiters.add(waiter);
        keepLooking();
        // It listens first and looks then, so that nothing falls between the two.
        want(seen.keys());
      }),
    countOf: (caller) => [...waiters].filter((waiter) => waiter.caller === caller).length,
    tell(id) {
      if (id === null) return want(idsOfAll());
      if ([...waiters].some(({ seen }) => seen.has(id))) want([id]);
    },
    close() {
      closed = true;
      for (const waiter of [...waiters]) waiter.answer([]);
    },
  };
}
