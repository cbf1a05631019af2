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

type WordFit = { match: Match; loose: boolean };

function wordFit(candidate: Candidate, typed: TypedWord): WordFit | null {
  const name = wordsOf(candidate.name);
  if (name.includes(typed.word)) return { match: 'whole', loose: false };
  if (name.some((word) => word.startsWith(typed.word))) return { match: 'prefix', loose: false };
  if (wordsOf(candidate.text).some((word) => word.startsWith(typed.word)))
    return { match: 'elsewhere', loose: false };
  const sounds = wordsOf(candidate.sounds);
  if (sounds.some((sound) => soundsLike(sound, typed)))
    return { match: 'sound', loose: !sounds.includes(typed.sound) };
  if (!name.some((word, index) => hasOneTypo(typed, word, sounds[index] ?? ''))) return null;
  return { match: 'typo', loose: !name.some((word) => isOneTypo(typed.word, word)) };
}

/** How a record fits. */
export type Fit = {
  match: Match;
  /** The sum of it over the words: of two with a typo, the one whose other words stand is better. */
  sum: number;
  /** A word only begins to sound like one of the name, or has its typo in the beginning of a longer one. */
  loose: boolean;
};

const exactly = (match: Match): Fit => ({ match, sum: 0, loose: false });

function wordsFit(candidate: Candidate, words: readonly TypedWord[]): Fit | null {
  if (words.length === 0) return null;
  const ranks: number[] = [];
  let loose = false;
  for (const word of words) {
    const fit = wordFit(candidate, word);
    if (fit === null) return null;
    ranks.push(rankOf(fit.match));
    loose ||= fit.loose;
  }
  const match = MATCHES[Math.max(...ranks)] ?? 'typo';
  return { match, sum: ranks.reduce((sum, rank) => sum + rank, 0), loose };
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
