import { contactCounter } from './contacts';
import { durationTally } from './durations';
import type { FactBlock, FactNames, PingFacts, TotalFacts } from './fact';
import { factFilter, type FoundFacts, type Mask, type SpanMs } from './fact-filter';
import { OUTCOMES, type HistoryFilter } from './history-filter';
import type { HistorySummary, OutcomeCounts } from './history-summary';
import { measuredOf, sumOf } from './outcome-share';
import { outcomeTally, worstFirst, type Tally } from './outcome-tally';
import { stepFinder, timeSteps } from './time-steps';

const MOST_GROUPS = 50;
const MOST_SERVICES = 10;
/** So much of a span is shown before anything is known of it; the longest period that is offered fits in. */
const EMPTY_MS = 100 * 86_400_000;
/** The outcomes before this one are verdicts. */
const FAILED = OUTCOMES.indexOf('failed');

type Named<Group> = Omit<Group, 'name'>;

/** A summary without the names of people and customers, which the facts do not hold. */
export type TalliedHistory = Omit<HistorySummary, 'agents' | 'worst_services'> & {
  agents: Named<HistorySummary['agents'][number]>[];
  worst_services: Named<HistorySummary['worst_services'][number]>[];
};

export type TallyInput = {
  filter: HistoryFilter;
  span: SpanMs;
  found: FoundFacts | null;
  /** The earliest moment that anything is known of; a span without a beginning begins there. */
  firstAt: number;
  /** Services known to work without answering ping. */
  quiet: ReadonlySet<number>;
  now: Date;
  timeZone: string;
};

/**
 * Those with most bad results; among equals the one with fewer good ones, then the more silent one, then by number. Who
 * is online without ever answering ping is not affected by silence and would lead for ever: they are only counted.
 */
function worstServices(
  tally: Tally,
  codes: readonly number[],
  names: FactNames,
  quiet: ReadonlySet<number>,
): Pick<TalliedHistory, 'worst_services' | 'quiet_left_out'> {
  let leftOut = 0;
  const id = (code: number) => names.services.word(code) ?? 0;
  const measured = (code: number) => measuredOf(tally.counts(code));
  const silent = (code: number) => tally.counts(code).no_internet;
  const isWorse = (a: number, b: number): boolean => {
    if (tally.bad(a) !== tally.bad(b)) return tally.bad(a) > tally.bad(b);
    if (measured(a) !== measured(b)) return measured(a) < measured(b);
    if (silent(a) !== silent(b)) return silent(a) > silent(b);
    return id(a) < id(b);
  };
  // There may be a hundred thousand, and sorting them all for ten would take longer than the counting did.
  const worst: number[] = [];
  for (const code of codes) {
    const last = worst.at(-1);
    if (tally.bad(code) === 0) continue;
    if (quiet.has(id(code))) {
      leftOut += 1;
      continue;
    }
    if (worst.length === MOST_SERVICES && last !== undefined && !isWorse(code, last)) continue;
    const place = worst.findIndex((other) => isWorse(code, other));
    worst.splice(place === -1 ? worst.length : place, 0, code);
    if (worst.length > MOST_SERVICES) worst.pop();
  }
  return {
    worst_services: worst.map((code) => ({ service_id: id(code), counts: tally.counts(code) })),
    quiet_left_out: leftOut,
  };
}

function named(tally: Tally, word: (code: number) => string | null) {
  return tally.used().map((code) => ({ name: word(code) ?? '', counts: tally.counts(code) }));
}

function sum(all: readonly OutcomeCounts[]): OutcomeCounts {
  const counts = { stable: 0, intermittent: 0, no_internet: 0, failed: 0, running: 0 };
  for (const one of all) for (const outcome of OUTCOMES) counts[outcome] += one[outcome];
  return counts;
}

/** Empty steps before the first ping of an open span would only say that the history begins later. */
function withoutEmptyBeginning(series: HistorySummary['series']): HistorySummary['series'] {
  const first = series.findIndex(({ counts }) => sumOf(counts) > 0);
  return series.slice(first === -1 ? series.length : first);
}

/**
 * Counts a filter over facts. All blocks are first noted, then added, both in order of time; blocks of the days before
 * the span tell which contacts go on and which come back. They must have been packed with these names before.
 */
export function historyTally(input: TallyInput, names: FactNames) {
  const { span, timeZone } = input;
  const end = Math.min(span.to, Math.max(input.now.getTime() + 1, span.from + 1));
  const earliest = Number.isFinite(span.from) ? input.firstAt - EMPTY_MS : input.firstAt;
  const begin = Math.min(Math.max(span.from, earliest), end - 1);
  const { step, starts } = timeSteps(new Date(begin), new Date(end), timeZone);
  const stepOf = stepFinder(starts);
  const filter = factFilter(input, names);
  const contacts = contactCounter(names);
  const steps = outcomeTally(starts.length);
  const zones = outcomeTally(names.zones.size());
  const routers = outcomeTally(names.routers.size());
  const people = outcomeTally(names.people.size());
  const services = outcomeTally(names.services.size());
  const durations = durationTally();

  function addDimensions(facts: PingFacts | TotalFacts, mask: Mask, times?: Int32Array): void {
    const { at, outcome } = facts;
    const step = new Int32Array(at.length);
    for (let place = 0; place < at.length; place += 1) step[place] = stepOf(at[place] ?? 0);
    steps.add(step, outcome, mask, times);
    zones.add(facts.zone, outcome, mask, times);
    routers.add(facts.router, outcome, mask, times);
  }

  function addPings(block: FactBlock): void {
    const { pings } = block;
    const mask = filter.pings(block);
    contacts.pass(pings, mask);
    if (!mask.includes(1)) return;
    addDimensions(pings, mask);
    people.add(pings.starter, pings.outcome, mask);
    services.add(pings.service, pings.outcome, mask);
    for (let place = 0; place < mask.length; place += 1) {
      if (mask[place] === 1 && (pings.outcome[place] ?? FAILED) < FAILED)
        durations.add(pings.tookMs[place] ?? 0);
    }
  }

  function result(): TalliedHistory {
    const pinged = services.used();
    const series = starts.map((start, index) => ({
      start: new Date(start).toISOString(),
      counts: steps.counts(index),
    }));
    const agents = people
      .used()
      .map((code) => ({ id: names.people.word(code) ?? '', counts: people.counts(code) }));
    const counts = sum(series.map((one) => one.counts));
    return {
      total: sumOf(counts),
      counts,
      services: pinged.length,
      ...contacts.counts,
      time_to_verdict_ms: { median: durations.percentile(0.5), p95: durations.percentile(0.95) },
      step,
      series: Number.isFinite(span.from) ? series : withoutEmptyBeginning(series),
      zones: worstFirst(named(zones, names.zones.word)).slice(0, MOST_GROUPS),
      routers: worstFirst(named(routers, names.routers.word)).slice(0, MOST_GROUPS),
      agents: agents
        .sort((a, b) => sumOf(b.counts) - sumOf(a.counts) || (a.id < b.id ? -1 : 1))
        .slice(0, MOST_GROUPS),
      ...worstServices(services, pinged, names, input.quiet),
    };
  }

  return {
    note: filter.note,
    add(block: FactBlock) {
      addPings(block);
      addDimensions(block.totals, filter.totals(block), block.totals.count);
    },
    result,
  };
}
