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
  const lastAt = new Float64Array(size).fill(-Infinity);
  const beganAt = new Float64Array(size).fill(-Infinity);
  const marks = new Uint8Array(size);
  const counts = { contacts: 0, repeat_contacts: 0 };
  return {
    counts,
    pass({ at: moments, service: services, isDesk }: PingFacts, mask: Mask): void {
      for (let place = 0; place < mask.length; place += 1) {
        if (isDesk[place] === 0) continue;
        const at = moments[place] ?? 0;
        const service = services[place] ?? 0;
        if (at - (lastAt[service] ?? 0) >= SAME_CONTACT_MS) {
          marks[service] = at - (beganAt[service] ?? 0) <= REPEAT_MS ? REPEATED : 0;
          beganAt[service] = at;
        }
        lastAt[service] = at;
        const mark = marks[service] ?? 0;
        if (mask[place] === 0 || mark >= COUNTED) continue;
        counts.contacts += 1;
        counts.repeat_contacts += mark;
        marks[service] = mark | COUNTED;
      }
    },
  };
}
