import { accountStanding } from './service';
import { rankOf, type Fit } from './search-match';

/** A record that fits, and what decides its place among the others. */
export type Found = Fit & {
  serviceId: number;
  /** 0 active, 1 suspended, 2 another word for the account, 3 no longer listed. */
  standing: number;
  /** Opened or pinged lately by the one who searches. */
  recent: boolean;
  /** Folded. */
  name: string;
  ip: string | null;
  /** Digits of the document, by which services of one customer are told; empty when there is none. */
  customer: string;
};

/** The standing of a service that WispHub no longer lists. */
export const VANISHED = 3;
/** A document of fewer digits, or of one digit over and over, stands for "none" and not for a customer. */
const LEAST_DOCUMENT_DIGITS = 5;

/** The standing of a listed service with this word for its account; the column of that name says the same in SQL. */
export function standingOf(status: string | null): number {
  const standing = accountStanding(status);
  return standing === 'active' ? 0 : standing === 'suspended' ? 1 : 2;
}

const isExact = (one: Found) => rankOf(one.match) <= rankOf('mac');
const isByWords = (one: Found) => rankOf(one.match) >= rankOf('whole');
const isVanished = (one: Found) => one.standing === VANISHED && !isExact(one);

/** Whoever was helped lately counts one kind of match better, so that half a name is enough to find them again. */
const levelOf = (one: Found) =>
  one.recent && rankOf(one.match) > rankOf('whole') ? rankOf(one.match) - 1 : rankOf(one.match);

/** Sorts addresses as numbers: 10.0.0.9 before 10.0.0.10. */
const ipOrder = (ip: string | null) => (ip ?? '').replace(/\d+/g, (octet) => octet.padStart(3, '0'));

type Place = readonly (number | string)[];

/** What is compared in turn; the lesser comes first. */
function placeOf(one: Found, text: string): Place {
  const begins = one.name.startsWith(text);
  const byName = [begins ? 0 : 1, begins ? 0 : one.name.split(' ').length, one.name];
  return [
    isVanished(one) ? 1 : 0,
    levelOf(one),
    one.recent ? 0 : 1,
    one.sum,
    one.standing,
    ...(isByWords(one) ? byName : [0, 0, one.match === 'id_begins' ? '' : ipOrder(one.ip)]),
    one.serviceId,
  ];
}

function comparePlaces(a: Place, b: Place): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

/** Best match first; then the recent, the active, names that begin with what was typed, shorter ones, and by name. */
export function rankFound<One extends Found>(found: readonly One[], text: string): One[] {
  return found
    .map((one) => ({ one, place: placeOf(one, text) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ one }) => one);
}

/** True when a document, digits only, tells one customer from another. */
export const isCustomerDocument = (digits: string) =>
  digits.length >= LEAST_DOCUMENT_DIGITS && !/^(\d)\1*$/.test(digits);

/** Puts the services of one customer together where the best of them stands; those that vanished stay last. */
export function gatherCustomers<One extends Found>(ranked: readonly One[]): One[] {
  const groups = new Map<string, One[]>();
  for (const one of ranked) {
    const isCustomer = isCustomerDocument(one.customer) && !isVanished(one);
    const key = isCustomer ? one.customer : `service ${one.serviceId}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flat();
}
