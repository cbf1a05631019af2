export type WorkInFlight = {
  track: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when nothing tracked is left, or after `mostMs`. */
  settle: (mostMs: number) => Promise<void>;
  isDraining: () => boolean;
  drain: () => void;
};

/** Remembers the calls that a shutdown must wait for. */
export function workInFlight(): WorkInFlight {
  const pending = new Set<Promise<unknown>>();
  let draining = false;
  return {
    track(work) {
      pending.add(work);
      const forget = () => pending.delete(work);
      work.then(forget, forget);
      return work;
    },
    async settle(mostMs) {
      const limit = new Promise<void>((resolve) => setTimeout(resolve, mostMs).unref());
      await Promise.race([Promise.allSettled(pending), limit]);
    },
    isDraining: () => draining,
    drain: () => {
      draining = true;
    },
  };
}
