import type { Outcome } from '@/lib/domain/history-filter';
import { daysUntil, momentOf, type Day } from './days';
import type { HistoryLine } from './history-line';
import { pickOf, wholeBetween, type Random } from './random';

/** One test of a line. */
export type Call = { at: number; line: HistoryLine; outcome: Exclude<Outcome, 'running'> };

export type CallOptions = { lines: readonly HistoryLine[]; pings: number; days: number; now: Date };

const MINUTE_MS = 60_000;
/** The last ping has ended before now. */
const LAST_MINUTES = 2;
/** Of all lines, so many are ever tested, and the first of these most. */
const TESTED = 0.3;
const STEEPNESS = 1.6;
/** Odd and no divisor of round numbers, so that the tested lines are spread over the directory. */
const STRIDE = 7919;
const OUTAGES_A_DAY = 3;
/** The share of a day's tests that its outages cause. */
const OUTAGE_SHARE = 0.06;

type Outage = { lines: readonly HistoryLine[]; from: number; minutes: number };

/** How bad the lines of a zone are: the first ones and every fourth are hot. */
const zoneBadness = (zone: number) => (zone % 4 === 0 ? 0.42 : 0.14 + (zone % 3) * 0.05);

function outcomeOf(line: HistoryLine, random: Random): Call['outcome'] {
  const chance = random();
  if (chance < 0.05) return 'failed';
  const bad = Math.min(0.9, zoneBadness(line.zone) * line.badness);
  if (chance < 0.05 + bad * 0.55) return 'intermittent';
  return chance < 0.05 + bad ? 'no_internet' : 'stable';
}

function outagesOf(day: Day, sectors: readonly (readonly HistoryLine[])[], random: Random): Outage[] {
  if (sectors.length === 0) return [];
  return Array.from({ length: OUTAGES_A_DAY }, () => ({
    lines: pickOf(sectors, random),
    from: momentOf(day, random),
    minutes: wholeBetween(40, 240, random),
  }));
}

function bySector(lines: readonly HistoryLine[]): HistoryLine[][] {
  const sectors = new Map<number, HistoryLine[]>();
  for (const line of lines) {
    const known = sectors.get(line.sector);
    if (known) known.push(line);
    else sectors.set(line.sector, [line]);
  }
  return [...sectors.values()];
}

function testedLine(lines: readonly HistoryLine[], random: Random): HistoryLine {
  const place = Math.floor(random() ** STEEPNESS * Math.max(1, lines.length * TESTED));
  const line = lines[(place * STRIDE) % lines.length];
  if (line === undefined) throw new Error('There is no service to test.');
  return line;
}

/** What a day's desk does, one after the other. Whoever has no service may call again, soon or within three days. */
function callsOfDay(
  day: Day,
  wanted: number,
  random: Random,
  world: {
    lines: readonly HistoryLine[];
    sectors: readonly (readonly HistoryLine[])[];
    again: Map<number, HistoryLine[]>;
    index: number;
  },
): Call[] {
  const calls: Call[] = [];
  const last = day.end - LAST_MINUTES * MINUTE_MS;
  const outages = outagesOf(day, world.sectors, random);
  const repeats = world.again.get(world.index) ?? [];
  world.again.delete(world.index);
  const contact = (line: HistoryLine, at: number, outcome: Call['outcome']) => {
    calls.push({ line, at, outcome });
    if (outcome === 'stable') return;
    const soon = at + wholeBetween(3, 25, random) * MINUTE_MS;
    if (random() < 0.35 && soon < last) calls.push({ line, at: soon, outcome: outcomeOf(line, random) });
    if (random() > 0.2) return;
    const next = world.index + wholeBetween(1, 3, random);
    world.again.set(next, [...(world.again.get(next) ?? []), line]);
  };
  while (calls.length < wanted) {
    const outage = random() < OUTAGE_SHARE ? outages[Math.floor(random() * outages.length)] : undefined;
    const repeated = outage ? undefined : repeats.pop();
    const line = outage ? pickOf(outage.lines, random) : (repeated ?? testedLine(world.lines, random));
    const moment = outage ? outage.from + random() * outage.minutes * MINUTE_MS : momentOf(day, random);
    const outcome = outage && random() < 0.85 ? 'no_internet' : outcomeOf(line, random);
    contact(line, Math.max(day.begin, Math.min(Math.floor(moment), last)), outcome);
  }
  return calls.slice(0, wanted).sort((a, b) => a.at - b.at);
}

/** So many tests over these days, in order of time; the same ones for the same random numbers. */
export function* inventCalls(
  { lines, pings, days: count, now }: CallOptions,
  random: Random,
): Generator<Call> {
  const days = daysUntil(now, count);
  const sum = days.reduce((weight, day) => weight + day.weight, 0);
  const world = { lines, sectors: bySector(lines), again: new Map<number, HistoryLine[]>(), index: 0 };
  let [weight, made] = [0, 0];
  for (const [index, day] of days.entries()) {
    weight += day.weight;
    const wanted = Math.round((pings * weight) / sum) - made;
    made += wanted;
    world.index = index;
    yield* callsOfDay(day, wanted, random, world);
  }
}
