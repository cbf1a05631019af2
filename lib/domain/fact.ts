import { z } from 'zod';
import { codes, type Codes } from './codes';
import { OUTCOMES, outcomeSchema, type Outcome } from './history-filter';
import { REMARK_CODES, type RemarkCode } from './remark-code';

/** The numbers that stand for names in the columns of facts. */
export type FactNames = {
  services: Codes<number>;
  zones: Codes<string>;
  routers: Codes<string>;
  sectors: Codes<string>;
  people: Codes<string>;
};

export const factNames = (): FactNames => ({
  services: codes(),
  zones: codes(),
  routers: codes(),
  sectors: codes(),
  people: codes(),
});

const name = z.string().nullable();

/** What totals and charts need of the pings of a day, and of those that are no longer kept, column by column. */
export const factColumnsSchema = z.object({
  pings: z.object({
    /** Acceptance, in milliseconds since 1970. */
    at: z.array(z.number()),
    service: z.array(z.number().int()),
    outcome: z.array(outcomeSchema),
    source: z.array(z.enum(['desk', 'api'])),
    zone: z.array(name),
    router: z.array(name),
    sector: z.array(name),
    starter: z.array(name),
    tookMs: z.array(z.number().int().nullable()),
    /** The codes of each ping, with spaces between them. */
    remarks: z.array(z.string()),
  }),
  /** Who asked for a ping that was running already. */
  joined: z.array(z.object({ at: z.number(), service: z.number().int(), person: z.string() })),
  /** Counts of deleted pings, by quarter hour. */
  totals: z.object({
    at: z.array(z.number()),
    outcome: z.array(outcomeSchema),
    source: z.array(z.enum(['desk', 'api'])),
    zone: z.array(name),
    router: z.array(name),
    sector: z.array(name),
    count: z.array(z.number().int()),
  }),
});

export type FactColumns = z.infer<typeof factColumnsSchema>;

type Dimensions = {
  at: Float64Array;
  /** Place in OUTCOMES. */
  outcome: Uint8Array;
  isDesk: Uint8Array;
  zone: Int32Array;
  router: Int32Array;
  sector: Int32Array;
};

export type PingFacts = Dimensions & {
  service: Int32Array;
  starter: Int32Array;
  /** -1 while it runs. */
  tookMs: Int32Array;
  /** One bit for each remark, in the order of REMARK_CODES. */
  remarks: Uint8Array;
  /** Others who asked, by the place of the ping. */
  joined: ReadonlyMap<number, readonly number[]>;
};

export type TotalFacts = Dimensions & { count: Int32Array };

/** Facts of a stretch of time, the earliest first. */
export type FactBlock = { pings: PingFacts; totals: TotalFacts };

/** The places of a column from the earliest moment on; null where they are in order already, as they mostly are. */
function inOrder(at: readonly number[]): readonly number[] | null {
  const isInOrder = at.every((moment, place) => place === 0 || moment >= (at[place - 1] ?? 0));
  return isInOrder ? null : [...at.keys()].sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
}

/** Fills a column of numbers in the order of the facts. */
function fill<Column extends Float64Array | Int32Array | Uint8Array, Value>(
  column: Column,
  values: readonly Value[],
  order: readonly number[] | null,
  number: (value: Value) => number,
): Column {
  for (let place = 0; place < column.length; place += 1) {
    const value = values[order === null ? place : (order[place] ?? 0)];
    if (value !== undefined) column[place] = number(value);
  }
  return column;
}

const OUTCOME_PLACES: Record<Outcome, number> = {
  stable: OUTCOMES.indexOf('stable'),
  intermittent: OUTCOMES.indexOf('intermittent'),
  no_internet: OUTCOMES.indexOf('no_internet'),
  failed: OUTCOMES.indexOf('failed'),
  running: OUTCOMES.indexOf('running'),
};

type Order = readonly number[] | null;
type RawDimensions = Pick<FactColumns['totals'], 'at' | 'outcome' | 'source' | 'zone' | 'router' | 'sector'>;

function dimensions(raw: RawDimensions, order: Order, names: FactNames): Dimensions {
  const { length } = raw.at;
  return {
    at: fill(new Float64Array(length), raw.at, order, (at) => at),
    outcome: fill(new Uint8Array(length), raw.outcome, order, (word) => OUTCOME_PLACES[word]),
    isDesk: fill(new Uint8Array(length), raw.source, order, (word) => Number(word === 'desk')),
    zone: fill(new Int32Array(length), raw.zone, order, names.zones.of),
    router: fill(new Int32Array(length), raw.router, order, names.routers.of),
    sector: fill(new Int32Array(length), raw.sector, order, names.sectors.of),
  };
}

/** The bit of a remark in the column of remarks. */
export const remarkBit = (code: RemarkCode) => 1 << REMARK_CODES.indexOf(code);

/** The bits of some remarks; a code of a newer version has none. */
const remarkBits = (codes: string) =>
  codes === ''
    ? 0
    : REMARK_CODES.filter((code) => codes.split(' ').includes(code)).reduce(
        (bits, code) => bits | remarkBit(code),
        0,
      );

function joinedAt(facts: { at: Float64Array; service: Int32Array }, raw: FactColumns, names: FactNames) {
  const people = new Map<string, number[]>();
  for (const { at, service, person } of raw.joined) {
    const key = `${at} ${names.services.of(service)}`;
    people.set(key, [...(people.get(key) ?? []), names.people.of(person)]);
  }
  const byPlace = new Map<number, number[]>();
  if (people.size === 0) return byPlace;
  facts.at.forEach((at, place) => {
    const others = people.get(`${at} ${facts.service[place]}`);
    if (others) byPlace.set(place, others);
  });
  return byPlace;
}

/** Packs columns of words into columns of numbers, in order of time: some thirty bytes a ping. */
export function factBlock(raw: FactColumns, names: FactNames): FactBlock {
  const { pings, totals } = raw;
  const { length } = pings.at;
  const order = inOrder(pings.at);
  const base = dimensions(pings, order, names);
  const service = fill(new Int32Array(length), pings.service, order, names.services.of);
  return {
    pings: {
      ...base,
      service,
      starter: fill(new Int32Array(length), pings.starter, order, names.people.of),
      tookMs: fill(new Int32Array(length), pings.tookMs, order, (ms) => ms ?? -1),
      remarks: fill(new Uint8Array(length), pings.remarks, order, remarkBits),
      joined: joinedAt({ at: base.at, service }, raw, names),
    },
    totals: {
      ...dimensions(totals, inOrder(totals.at), names),
      count: fill(new Int32Array(totals.at.length), totals.count, inOrder(totals.at), (count) => count),
    },
  };
}

/** The earliest moment in blocks that are in order; null while there is nothing. */
export function firstMoment(blocks: readonly FactBlock[]): number | null {
  for (const { pings, totals } of blocks) {
    const moments = [pings.at[0], totals.at[0]].filter((at) => at !== undefined);
    if (moments.length > 0) return Math.min(...moments);
  }
  return null;
}
