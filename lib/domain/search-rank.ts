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
  /** How many services have this very name: the commoner is rather meant. 0 where it was not counted. */
  common: number;
  /** Of a counted name some have the first turn, and the others come after those of other names. */
  turn: number;
  ip: string | null;
  /** Digits of the document, by which services of one customer are told; empty when there is none. */
  customer: string;
};

/** The standing of a service that WispHub no longer lists. */
export const VANISHED = 3;
const SUSPENDED = 1;
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

/** True when what was typed, which may end within a word, is all there is of this name but the rest of that word. */
export const completesName = (name: string, text: string) =>
  text !== '' && name.startsWith(text) && !name.includes(' ', text.length);

/** Sorts addresses as numbers: 10.0.0.9 before 10.0.0.10. */
const ipOrder = (ip: string | null) => (ip ?? '').replace(/\d+/g, (octet) => octet.padStart(3, '0'));

type Place = readonly (number | string)[];

/** What is compared in turn; the lesser comes first. */
function placeOf(one: Found, text: string): Place {
  const begins = one.name.startsWith(text);
  const completes = isByWords(one) && one.standing <= SUSPENDED && completesName(one.name, text);
  const byName = [begins ? 0 : 1, begins ? 0 : one.name.split(' ').length, one.name];
  return [
    isVanished(one) ? 1 : 0,
    levelOf(one),
    one.recent ? 0 : 1,
    // A whole name comes before longer ones, unless the account was closed.
    ...(completes ? [one.common === 0 ? 1 : 0, one.turn, -one.common, one.name] : [2, 0, 0, '']),
    one.sum,
    one.loose ? 1 : 0,
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

const isLooseSound = (one: Found) => one.match === 'sound' && one.loose;
const isWholeTypo = (one: Found) =>
  one.match === 'typo' && !one.loose && !one.recent && one.standing !== VANISHED;

/** After so many that only begin to sound like it stands one with a typo. */
const LOOSE_BEFORE_A_TYPO = 3;

/**
 * Gives whole words with one typo a place among those that only begin to sound like what was typed: "lusi" may be the
 * beginning of Lucila, but nobody types "luis" so.
 */
function mixTypos<One extends Found>(ranked: readonly One[]): One[] {
  const waiting = ranked.filter(isWholeTypo);
  const mixed: One[] = [];
  let loose = 0;
  for (const one of ranked) {
    // Those that are not the next to come have their place already.
    if (!isWholeTypo(one)) mixed.push(one);
    else if (one === waiting[0]) mixed.push(...waiting.splice(0, 1));
    if (!isLooseSound(one)) continue;
    loose += 1;
    if (loose % LOOSE_BEFORE_A_TYPO === 0) mixed.push(...waiting.splice(0, 1));
  }
  return mixed;
}

/**
 * Best match first; then the recent, names of which nothing is left to type, the active, names that begin with what was
 * typed, shorter ones, and by name.
 */
export function rankFound<One extends Found>(found: readonly One[], text: string): One[] {
  const ranked = found
    .map((one) => ({ one, place: placeOf(one, text) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ one }) => one);
  return mixTypos(ranked);
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
