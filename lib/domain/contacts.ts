import type { FactNames, PingFacts } from './fact';
import type { Mask } from './fact-filter';

/** Requests of the desk for one service less than this apart are one contact. */
const SAME_CONTACT_MS = 30 * 60_000;
/** A contact is a repeated one when another began within this time before it. */
const REPEAT_MS = 72 * 3_600_000;
/** How far back a contact may have begun whose last request is looked at. Nobody is called about for a whole day. */
export const CONTACT_LOOKBACK_MS = REPEAT_MS + 24 * 3_600_000;

/** Marks of the contact under way at a service. */
const REPEATED = 1;
const COUNTED = 2;

/**
 * Counts contacts as the pings of the desk pass by in order of time, those before the span included: a contact counts
 * once, when the first of its pings is selected.
 */
export function contactCounter(names: FactNames) {
  const size = names.services.size();
  // The last request at a service and the begin of its contact lie beside each other, because both are needed at once.
  const moments = new Float64Array(size * 2).fill(-Infinity);
  const marks = new Uint8Array(size);
  const counts = { contacts: 0, repeat_contacts: 0 };
  return {
    counts,
    pass({ at: asked, service: services, isDesk }: PingFacts, mask: Mask): void {
      for (let place = 0; place < mask.length; place += 1) {
        if (isDesk[place] === 0) continue;
        const at = asked[place] ?? 0;
        const service = services[place] ?? 0;
        const last = service * 2;
        if (at - (moments[last] ?? 0) >= SAME_CONTACT_MS) {
          marks[service] = at - (moments[last + 1] ?? 0) <= REPEAT_MS ? REPEATED : 0;
          moments[last + 1] = at;
        }
        moments[last] = at;
        const mark = marks[service] ?? 0;
        if (mask[place] === 0 || mark >= COUNTED) continue;
        counts.contacts += 1;
        counts.repeat_contacts += mark;
        marks[service] = mark | COUNTED;
      }
    },
  };
}
