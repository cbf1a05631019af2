import { isSamePhone, nationalDigits } from './phone-match';
import { isOneTypo, isOneTypoInBeginning, SHORTEST_WITH_TYPO } from './typo';
import type { TypedSearch, TypedWord } from './typed-search';

/** How a record fits what was typed, the best first. The first five name one service or one customer. */
export const MATCHES = [
  'id',
  'document',
  'phone',
  'ip',
  'mac',
  // A number that begins, ends or is within what was meant.
  'id_begins',
  'begins',
  'ends',
  'within',
  // All words are in the name; begin words of it; are in the record at all; sound like it; or have a typo.
  'whole',
  'prefix',
  'elsewhere',
  'sound',
  'typo',
] as const;
export type Match = (typeof MATCHES)[number];

/** What of a record is compared, as the directory keeps it. */
export type Candidate = {
  serviceId: number;
  /** Folded; empty for a record from before names were kept apart. */
  name: string;
  /** Name, address and user name, folded. */
  text: string;
  /** One sound for each word of the name, with a space before each. */
  sounds: string;
  /** Digits, with spaces between the phones. */
  phones: string;
  /** Digits; empty for those who may not search by it. */
  document: string;
  ip: string | null;
  /** Hexadecimal digits in lower case. */
  mac: string | null;
};

export const rankOf = (match: Match) => MATCHES.indexOf(match);

const LEAST_PART = 4;
const LEAST_SOUND = 2;
/** A shorter beginning of a sound is that of too many names. */
export const LEAST_SOUND_BEGINNING = 3;

const wordsOf = (text: string) => text.split(' ').filter(Boolean);

function phoneMatch(phone: string, typed: TypedSearch & { digits: string }): Match | null {
  const asTyped = [typed.digits, typed.phone].filter((digits) => digits !== null);
  if (asTyped.some((digits) => isSamePhone(phone, digits))) return 'phone';
  const stored = [phone, nationalDigits(phone, typed.countryCode)];
  const parts = asTyped.filter((digits) => digits.length >= LEAST_PART);
  if (parts.some((part) => stored.some((digits) => digits.startsWith(part)))) return 'begins';
  if (parts.some((part) => phone.endsWith(part))) return 'ends';
  return parts.some((part) => phone.includes(part)) ? 'within' : null;
}

function documentMatch(document: string, digits: string): Match | null {
  if (document === '') return null;
  if (document === digits) return 'document';
  if (digits.length < LEAST_PART) return null;
  if (document.startsWith(digits)) return 'begins';
  if (document.endsWith(digits)) return 'ends';
  return document.includes(digits) ? 'within' : null;
}

function idMatch(serviceId: number, digits: string): Match | null {
  if (String(serviceId) === digits) return 'id';
  return String(serviceId).startsWith(digits) ? 'id_begins' : null;
}

function addressMatch(stored: string | null, typed: string | null, exact: 'ip' | 'mac'): Match | null {
  if (stored === null || typed === null || !stored.startsWith(typed)) return null;
  return stored === typed ? exact : 'begins';
}

/** True when a sound of a name is that of the typed word, or goes on where it stops. */
export function soundsLike(sound: string, typed: TypedWord): boolean {
  if (typed.word.length < LEAST_SOUND) return false;
  return (
    sound === typed.sound ||
    (typed.soundBeginning.length >= LEAST_SOUND_BEGINNING && sound.startsWith(typed.soundBeginning))
  );
}

/** True when a word of a name could be what somebody meant, but for one typo, as written or as heard. */
export function hasOneTypo(typed: TypedWord, word: string, sound: string): boolean {
  const { length } = typed.word;
  if (length < SHORTEST_WITH_TYPO || /^\d+$/.test(typed.word)) return false;
  if (isOneTypo(typed.word, word) || isOneTypoInBeginning(typed.word, word)) return true;
  // A sound leaves letters out; words of another length only share what is left of them. A silent h is no length.
  const differ = (one: string, other: string) => Math.abs(one.length - other.length);
  const spoken = (text: string) => text.replaceAll('h', '');
  const difference = Math.min(differ(typed.word, word), differ(spoken(typed.word), spoken(word)));
  const isSimilar = difference <= 1 && sound.length >= SHORTEST_WITH_TYPO;
  return isSimilar && isOneTypo(typed.sound, sound);
}

function wordMatch(candidate: Candidate, typed: TypedWord): Match | null {
  const name = wordsOf(candidate.name);
  if (name.includes(typed.word)) return 'whole';
  if (name.some((word) => word.startsWith(typed.word))) return 'prefix';
  if (wordsOf(candidate.text).some((word) => word.startsWith(typed.word))) return 'elsewhere';
  const sounds = wordsOf(candidate.sounds);
  if (sounds.some((sound) => soundsLike(sound, typed))) return 'sound';
  return name.some((word, index) => hasOneTypo(typed, word, sounds[index] ?? '')) ? 'typo' : null;
}

/** How a record fits, and the sum of that over the words: of two with a typo, the one whose other words stand is better. */
export type Fit = { match: Match; sum: number };

const exactly = (match: Match): Fit => ({ match, sum: 0 });

function wordsFit(candidate: Candidate, words: readonly TypedWord[]): Fit | null {
  if (words.length === 0) return null;
  const ranks: number[] = [];
  for (const word of words) {
    const match = wordMatch(candidate, word);
    if (match === null) return null;
    ranks.push(rankOf(match));
  }
  const match = MATCHES[Math.max(...ranks)] ?? 'typo';
  return { match, sum: ranks.reduce((sum, rank) => sum + rank, 0) };
}

/** The best way in which a record fits; null when it does not. Every word must fit, in any order. */
export function fitOf(candidate: Candidate, typed: TypedSearch): Fit | null {
  const { digits } = typed;
  const number =
    digits === null
      ? []
      : [
          idMatch(candidate.serviceId, digits),
          documentMatch(candidate.document, digits),
          ...wordsOf(candidate.phones).map((phone) => phoneMatch(phone, { ...typed, digits })),
        ];
  const exact = [
    ...number,
    addressMatch(candidate.ip, typed.ip, 'ip'),
    addressMatch(candidate.mac, typed.mac, 'mac'),
  ].flatMap((match) => (match === null ? [] : [exactly(match)]));
  const byWords = wordsFit(candidate, typed.words);
  const fits = byWords === null ? exact : [...exact, byWords];
  return fits.length === 0 ? null : fits.reduce((a, b) => (rankOf(a.match) <= rankOf(b.match) ? a : b));
}
