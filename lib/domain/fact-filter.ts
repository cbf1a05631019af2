import { remarkBit, type FactBlock, type FactNames, type PingFacts, type TotalFacts } from './fact';
import { OUTCOMES, type HistoryFilter } from './history-filter';

/** What a free text stands for: all pings of some services, and single pings. */
export type Found = {
  /** The words of the text, in lower case and without accents. */
  words: readonly string[];
  serviceIds: readonly number[];
  pingIds: readonly string[];
  /** Those of them that are not found by the words of customers, and by the words of notes. */
  apart: { serviceIds: readonly number[]; pingIds: readonly string[] };
  /** True when so many notes have these words that they are rather looked up ping by ping. */
  manyNotes: boolean;
};

/** Where a ping is found among the facts, which hold no ids. */
export type PingPlace = { serviceId: number; at: Date };

/** From the first moment on, before the second, in milliseconds since 1970. */
export type SpanMs = { from: number; to: number };

export type FoundFacts = { serviceIds: readonly number[]; pings: readonly PingPlace[] };

type Selection = { filter: HistoryFilter; span: SpanMs; found: FoundFacts | null };

/** For each fact of a block 1 when it is selected, else 0. */
export type Mask = Uint8Array;

export type FactFilter = {
  pings(block: FactBlock): Mask;
  totals(block: FactBlock): Mask;
  /** Notes the pings of a block as candidates for the last of their service. Needed first, for all blocks, with `last`. */
  note(block: FactBlock): void;
};

function keep(mask: Mask, fits: (place: number) => boolean): void {
  for (let place = 0; place < mask.length; place += 1) {
    if (mask[place] === 1 && !fits(place)) mask[place] = 0;
  }
}

/** Column by column, because a loop over one column is many times faster than one over all of them. */
function keepEqual(mask: Mask, column: Int32Array | Uint8Array, code: number): void {
  for (let place = 0; place < mask.length; place += 1) if (column[place] !== code) mask[place] = 0;
}

function spanMask(at: Float64Array, { from, to }: SpanMs): Mask {
  const mask = new Uint8Array(at.length).fill(1);
  const isInside = (at[0] ?? from) >= from && (at.at(-1) ?? 0) < to;
  if (!isInside) keep(mask, (place) => (at[place] ?? 0) >= from && (at[place] ?? 0) < to);
  return mask;
}

function dimensionMask({ filter, span }: Selection, names: FactNames) {
  const wanted = new Uint8Array(OUTCOMES.length);
  for (const outcome of filter.outcomes) wanted[OUTCOMES.indexOf(outcome)] = 1;
  const zone = filter.zone === null ? null : names.zones.find(filter.zone);
  const router = filter.router === null ? null : names.routers.find(filter.router);
  const sector = filter.sector === null ? null : names.sectors.find(filter.sector);
  return (facts: PingFacts | TotalFacts): Mask => {
    const mask = spanMask(facts.at, span);
    if (filter.outcomes.length > 0) keep(mask, (place) => wanted[facts.outcome[place] ?? 0] === 1);
    if (zone !== null) keepEqual(mask, facts.zone, zone);
    if (router !== null) keepEqual(mask, facts.router, router);
    if (sector !== null) keepEqual(mask, facts.sector, sector);
    if (filter.source !== null) keepEqual(mask, facts.isDesk, Number(filter.source === 'desk'));
    return mask;
  };
}

/** Whether all pings of a service are meant, or those of single moments. */
const [ALL, SOME] = [1, 2];

function textMask({ serviceIds, pings }: FoundFacts, names: FactNames) {
  const meant = new Uint8Array(names.services.size());
  const moments = new Map<number, Set<number>>();
  for (const { serviceId, at } of pings) {
    const code = Math.max(0, names.services.find(serviceId));
    const known = moments.get(code);
    if (known) known.add(at.getTime());
    else moments.set(code, new Set([at.getTime()]));
    meant[code] = SOME;
  }
  for (const id of serviceIds) meant[Math.max(0, names.services.find(id))] = ALL;
  // Number 0 is no service.
  meant[0] = 0;
  return (mask: Mask, { at, service }: PingFacts): void =>
    keep(mask, (place) => {
      const code = service[place] ?? 0;
      if (meant[code] === SOME) return moments.get(code)?.has(at[place] ?? 0) ?? false;
      return meant[code] === ALL;
    });
}

/** The latest ping of each service within a span. */
function lastOfService(span: SpanMs, names: FactNames) {
  const latest = new Float64Array(names.services.size());
  return {
    note({ pings: { at, service } }: FactBlock) {
      const mask = spanMask(at, span);
      for (let place = 0; place < at.length; place += 1) {
        if (mask[place] === 1) latest[service[place] ?? 0] = at[place] ?? 0;
      }
    },
    keepLatest: (mask: Mask, { at, service }: PingFacts) =>
      keep(mask, (place) => at[place] === latest[service[place] ?? 0]),
  };
}

/**
 * A filter of the history in the numbers of the facts. All blocks it is asked for must have been packed before, and they
 * come in order of time.
 */
export function factFilter(selection: Selection, names: FactNames): FactFilter {
  const { filter, found, span } = selection;
  const byDimension = dimensionMask(selection, names);
  const keepFound = found && textMask(found, names);
  const last = filter.last ? lastOfService(span, names) : null;
  const remark = filter.remark === null ? null : remarkBit(filter.remark);
  const service = filter.serviceId === null ? null : names.services.find(filter.serviceId);
  const person = filter.agent === null ? null : names.people.find(filter.agent);
  // Deleted pings have left nothing but their counts, which know no more than the dimensions.
  const knowsTotals = !last && !found && remark === null && service === null && person === null;
  return {
    pings({ pings }) {
      const mask = byDimension(pings);
      if (service !== null) keepEqual(mask, pings.service, service);
      if (remark !== null) keep(mask, (place) => ((pings.remarks[place] ?? 0) & remark) !== 0);
      if (person !== null) {
        const { starter, joined } = pings;
        keep(mask, (place) => starter[place] === person || (joined.get(place)?.includes(person) ?? false));
      }
      keepFound?.(mask, pings);
      last?.keepLatest(mask, pings);
      return mask;
    },
    totals: ({ totals }) => (knowsTotals ? byDimension(totals) : new Uint8Array(totals.at.length)),
    note: (block) => last?.note(block),
  };
}
