import { factBlock, factNames, type FactBlock, type FactNames } from '@/lib/domain/fact';
import type { Database } from './client';
import {
  closeHistoryDays,
  dayNumber,
  firstRestless,
  readHistoryDays,
  type HistoryDays,
} from './history-days';
import { readFacts } from './history-facts';

/** So many days are read at once: few enough that nobody else waits long. */
const DAYS_AT_ONCE = 7;

export type FactStore = {
  names: FactNames;
  /** The facts of a stretch of time and of some more around it, in order. An open end is null. */
  read(from: Date | null, to: Date | null, now: Date): Promise<FactBlock[]>;
};

/**
 * The facts of the closed days, kept in memory: totals over a year are then counted in a few hundredths of a second,
 * where any query takes seconds. A day is read again when its version says that it was changed; days that are still
 * open are read each time. About 35 bytes a ping.
 */
export function factStore(db: Database): FactStore {
  const names = factNames();
  const kept = new Map<number, { version: number; block: FactBlock }>();
  let queue: Promise<unknown> = Promise.resolve();

  const isKept = (day: number, { versions }: HistoryDays) =>
    kept.get(day)?.version === (versions.get(day) ?? 0);

  async function keep(first: number, end: number, days: HistoryDays): Promise<void> {
    let day = first;
    while (day < end) {
      if (isKept(day, days)) {
        day += 1;
        continue;
      }
      let stop = day + 1;
      while (stop < end && stop - day < DAYS_AT_ONCE && !isKept(stop, days)) stop += 1;
      for (const [read, columns] of await readFacts(db, day, stop)) {
        kept.set(read, { version: days.versions.get(read) ?? 0, block: factBlock(columns, names) });
      }
      day = stop;
    }
  }

  /** One after the other, because two who miss the same days would both read them. */
  function keepInTurn(first: number, end: number, days: HistoryDays): Promise<void> {
    const turn = queue.then(() => keep(first, end, days));
    queue = turn.catch(() => {});
    return turn;
  }

  async function freshDays(now: Date): Promise<HistoryDays> {
    const days = await readHistoryDays(db);
    if (days.firstOpen >= firstRestless(now)) return days;
    await closeHistoryDays(db, now);
    return readHistoryDays(db);
  }

  return {
    names,
    async read(from, to, now) {
      const days = await freshDays(now);
      if (days.first === null) return [];
      const first = Math.max(days.first, from === null ? days.first : dayNumber(from));
      const end = to === null ? Infinity : dayNumber(to.getTime() - 1) + 1;
      const closedEnd = Math.min(days.firstOpen, end);
      const blocks: FactBlock[] = [];
      if (first < closedEnd) await keepInTurn(first, closedEnd, days);
      for (let day = first; day < closedEnd; day += 1) {
        const known = kept.get(day);
        if (known) blocks.push(known.block);
      }
      // Pings may be a little younger than this instance's clock.
      const openEnd = Math.min(end, Math.max(dayNumber(now), days.firstOpen) + 2);
      const openFirst = Math.max(first, days.firstOpen);
      if (openFirst < openEnd) {
        const open = await readFacts(db, openFirst, openEnd);
        for (const columns of open.values()) blocks.push(factBlock(columns, names));
      }
      return blocks;
    },
  };
}
