import { z } from 'zod';
import { codes, type Codes } from './codes';
import { OUTCOMES, outcomeSchema } from './history-filter';
import { REMARK_CODES, remarkCodeSchema } from './remark-code';

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
    remarks: z.array(z.array(remarkCodeSchema)),
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

/** The places of a column from the earliest moment on. */
function inOrder(at: readonly number[]): Uint32Array {
  return Uint32Array.from(at.keys()).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
}

type RawDimensions = Pick<FactColumns['totals'], 'at' | 'outcome' | 'source' | 'zone' | 'router' | 'sector'>;

function dimensions(raw: RawDimensions, order: Uint32Array, names: FactNames): Dimensions {
  const pick = <T>(column: readonly T[], number: (value: T | undefined) => number) =>
    Int32Array.from(order, (place) => number(column[place]));
  return {
    at: Float64Array.from(order, (place) => raw.at[place] ?? 0),
    outcome: Uint8Array.from(pick(raw.outcome, (word) => (word ? OUTCOMES.indexOf(word) : 0))),
    isDesk: Uint8Array.from(pick(raw.source, (word) => Number(word === 'desk'))),
    zone: pick(raw.zone, (word) => names.zones.of(word ?? null)),
    router: pick(raw.router, (word) => names.routers.of(word ?? null)),
    sector: pick(raw.sector, (word) => names.sectors.of(word ?? null)),
  };
}

/** The bit of a remark in the column of remarks. */
export const remarkBit = (code: (typeof REMARK_CODES)[number]) => 1 << REMARK_CODES.indexOf(code);

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
  const order = inOrder(raw.pings.at);
  const service = Int32Array.from(order, (place) => names.services.of(raw.pings.service[place] ?? null));
  const base = dimensions(raw.pings, order, names);
  const remarks = (place: number) =>
    (raw.pings.remarks[place] ?? []).reduce((bits, code) => bits | remarkBit(code), 0);
  const totalsOrder = inOrder(raw.totals.at);
  return {
    pings: {
      ...base,
      service,
      starter: Int32Array.from(order, (place) => names.people.of(raw.pings.starter[place] ?? null)),
      tookMs: Int32Array.from(order, (place) => raw.pings.tookMs[place] ?? -1),
      remarks: Uint8Array.from(order, remarks),
      joined: joinedAt({ at: base.at, service }, raw, names),
    },
    totals: {
      ...dimensions(raw.totals, totalsOrder, names),
      count: Int32Array.from(totalsOrder, (place) => raw.totals.count[place] ?? 0),
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
