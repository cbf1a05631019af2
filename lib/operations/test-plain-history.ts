import type { PastPing } from '@/lib/db/test-history';
import { OUTCOMES, spanOf, type HistoryFilter, type Outcome } from '@/lib/domain/history-filter';
import type { OutcomeCounts } from '@/lib/domain/history-summary';
import { lossIntervalPercent } from '@/lib/domain/verdict';

// The history counted in the plainest way: over a list, with no care for speed. What the product answers must equal it.

const MINUTE_MS = 60_000;

/** Free texts of these tests are numbers of services. */
const fitsText = (ping: PastPing, q: string) => q === '' || ping.serviceId === Number(q);

function isInSpan(ping: PastPing, filter: HistoryFilter, now: Date, timeZone: string): boolean {
  const { from, to } = spanOf(filter, now, timeZone);
  return (from === null || ping.at >= from) && (to === null || ping.at < to);
}

const isLaterThan = (a: PastPing, b: PastPing) =>
  a.at > b.at || (a.at.getTime() === b.at.getTime() && a.id > b.id);

/** The pings of a filter as the list shows them, in its order. */
export function plainList(
  all: readonly PastPing[],
  filter: HistoryFilter,
  now: Date,
  timeZone: string,
): PastPing[] {
  const inSpan = all.filter((ping) => isInSpan(ping, filter, now, timeZone));
  const isLast = (ping: PastPing) =>
    !ping.wrong &&
    !inSpan.some((other) => other.serviceId === ping.serviceId && !other.wrong && isLaterThan(other, ping));
  const fits = (ping: PastPing) =>
    (filter.outcomes.length === 0 || filter.outcomes.includes(ping.outcome)) &&
    (filter.remark === null || ping.remarks.includes(filter.remark)) &&
    (filter.zone === null || ping.zone === filter.zone) &&
    (filter.router === null || ping.router === filter.router) &&
    (filter.sector === null || ping.sector === filter.sector) &&
    (filter.source === null || ping.source === filter.source) &&
    (filter.agent === null || [ping.starter, ...ping.joiners].includes(filter.agent)) &&
    (filter.serviceId === null || ping.serviceId === filter.serviceId) &&
    fitsText(ping, filter.q) &&
    (!filter.last || isLast(ping));
  const took = (ping: PastPing) => (ping.outcome === 'running' ? -1 : ping.tookMs);
  return inSpan.filter(fits).sort((a, b) => {
    const newer = isLaterThan(a, b) ? -1 : 1;
    if (filter.sort === 'newest') return newer;
    if (filter.sort === 'oldest') return -newer;
    return took(b) - took(a) || (a.id > b.id ? -1 : 1);
  });
}

function countOutcomes(pings: readonly { outcome: Outcome }[]): OutcomeCounts {
  const counts = { stable: 0, intermittent: 0, no_internet: 0, failed: 0, running: 0 };
  for (const { outcome } of pings) counts[outcome] += 1;
  return counts;
}

const badOf = ({ intermittent, no_internet }: OutcomeCounts) => intermittent + no_internet;
const measuredOf = (counts: OutcomeCounts) => counts.stable + badOf(counts);

function groups<Key extends string | number>(
  pings: readonly PastPing[],
  keyOf: (ping: PastPing) => Key | null,
) {
  const keys = [...new Set(pings.map(keyOf))].filter((key) => key !== null);
  return keys.map((key) => ({ key, counts: countOutcomes(pings.filter((ping) => keyOf(ping) === key)) }));
}

function worstFirst(pings: readonly PastPing[], nameOf: (ping: PastPing) => string | null) {
  const least = (counts: OutcomeCounts) =>
    measuredOf(counts) === 0 ? -1 : lossIntervalPercent(badOf(counts), measuredOf(counts))[0];
  return groups(pings, nameOf)
    .map(({ key, counts }) => ({ name: key, counts }))
    .sort(
      (a, b) =>
        least(b.counts) - least(a.counts) || badOf(b.counts) - badOf(a.counts) || (a.name < b.name ? -1 : 1),
    );
}

/** Every contact of the desk with its pings: what lies less than half an hour apart. */
function contactsOf(all: readonly PastPing[]): PastPing[][] {
  const contacts: PastPing[][] = [];
  const desk = all.filter((ping) => ping.source === 'desk' && !ping.wrong);
  for (const serviceId of new Set(desk.map((ping) => ping.serviceId))) {
    let last: PastPing | null = null;
    for (const ping of desk
      .filter((one) => one.serviceId === serviceId)
      .sort((a, b) => Number(a.at) - Number(b.at))) {
      const goesOn = last !== null && Number(ping.at) - Number(last.at) < 30 * MINUTE_MS;
      if (goesOn) contacts.at(-1)?.push(ping);
      else contacts.push([ping]);
      last = ping;
    }
  }
  return contacts;
}

function isRepeated(contact: PastPing[], contacts: readonly PastPing[][]): boolean {
  const [first] = contact;
  if (first === undefined) return false;
  return contacts.some(([other]) => {
    if (other === undefined || other.serviceId !== first.serviceId) return false;
    const before = Number(first.at) - Number(other.at);
    return before > 0 && before <= 72 * 60 * MINUTE_MS;
  });
}

/** Everything of a summary but its series. */
export function plainSummary(all: readonly PastPing[], filter: HistoryFilter, now: Date, timeZone: string) {
  const pings = plainList(all, filter, now, timeZone).filter((ping) => !ping.wrong);
  const contacts = contactsOf(all);
  const touched = contacts.filter((contact) => contact.some((ping) => pings.includes(ping)));
  const verdicts = OUTCOMES.slice(0, 3);
  const took = pings
    .filter((ping) => verdicts.includes(ping.outcome))
    .map((ping) => ping.tookMs)
    .sort((a, b) => a - b);
  const nearest = (share: number) => took[Math.ceil(took.length * share) - 1] ?? null;
  return {
    total: pings.length,
    counts: countOutcomes(pings),
    services: new Set(pings.map((ping) => ping.serviceId)).size,
    contacts: touched.length,
    repeat_contacts: touched.filter((contact) => isRepeated(contact, contacts)).length,
    time_to_verdict_ms: { median: nearest(0.5), p95: nearest(0.95) },
    zones: worstFirst(pings, (ping) => ping.zone),
    routers: worstFirst(pings, (ping) => ping.router),
    agents: groups(pings, (ping) => ping.starter)
      .map(({ key, counts }) => ({ id: key, counts }))
      .sort((a, b) => {
        const total = (counts: OutcomeCounts) => Object.values(counts).reduce((sum, count) => sum + count, 0);
        return total(b.counts) - total(a.counts) || (a.id < b.id ? -1 : 1);
      }),
    worst_services: groups(pings, (ping) => ping.serviceId)
      .filter(({ counts }) => badOf(counts) > 0)
      .map(({ key, counts }) => ({ service_id: key, counts }))
      .sort(
        (a, b) =>
          badOf(b.counts) - badOf(a.counts) ||
          measuredOf(a.counts) - measuredOf(b.counts) ||
          b.counts.no_internet - a.counts.no_internet ||
          a.service_id - b.service_id,
      )
      .slice(0, 10),
    // Nobody is marked among these.
    quiet_left_out: 0,
  };
}
