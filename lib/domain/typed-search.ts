import { digitsOf, fold } from './fold';
import { nationalDigits } from './phone-match';
import { soundOf, soundOfBeginning } from './sound';

export type TypedWord = {
  word: string;
  sound: string;
  /** What of the sound will not change when the word goes on; empty where nothing is certain yet. */
  soundBeginning: string;
};

/** Every way in which the text in the search box can be meant. Null means: not that way. */
export type TypedSearch = {
  /** The whole text, folded. */
  text: string;
  words: readonly TypedWord[];
  /** Digits of what may be an id, a phone or a document. */
  digits: string | null;
  /** The same as a phone without its country code. */
  phone: string | null;
  /** An IP or its beginning. */
  ip: string | null;
  /** The hexadecimal digits of a MAC or of its beginning, without what stands between them. */
  mac: string | null;
  countryCode: string;
};

const MOST_WORDS = 8;
const MOST_LETTERS = 40;
/** With fewer, half of the numbers of a directory would fit. */
const LEAST_PHONE_DIGITS = 3;

const OCTET = '(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])';
const IP_BEGINNING = new RegExp(`^${OCTET}(\\.${OCTET}){1,3}\\.?$`);
const NUMBER = /^\+?[\d\s().-]+$/;
/** A whole one, pairs with signs between them, fours with points, or enough of one to be no word. */
const MAC_WHOLE = /^[0-9a-f]{12}$/i;
const MAC_PAIRS = /^[0-9a-f]{2}([:-][0-9a-f]{2})*[:-][0-9a-f]{0,2}$/i;
const MAC_FOURS = /^[0-9a-f]{4}\.([0-9a-f]{4}\.)?[0-9a-f]{0,4}$/i;
const MAC_BARE = /^(?=.*\d)(?=.*[a-f])[0-9a-f]{6,12}$/i;

function macOf(text: string): string | null {
  const isMac = [MAC_WHOLE, MAC_PAIRS, MAC_FOURS, MAC_BARE].some((form) => form.test(text));
  return isMac ? text.replace(/[:.-]/g, '').toLowerCase() : null;
}

function phoneOf(text: string, countryCode: string): string | null {
  const phone = nationalDigits(text, countryCode);
  return phone.length >= LEAST_PHONE_DIGITS ? phone : null;
}

/** Understands what somebody typed, or has typed so far. `countryCode` is the operator's own, digits only. */
export function readTypedSearch(typed: string, countryCode: string): TypedSearch {
  const trimmed = typed.trim();
  const text = fold(trimmed);
  const digits = digitsOf(trimmed);
  const isNumber = NUMBER.test(trimmed) && digits !== '';
  const words = text === '' ? [] : text.split(' ').slice(0, MOST_WORDS);
  return {
    text,
    words: words.map((long) => {
      const word = long.slice(0, MOST_LETTERS);
      return { word, sound: soundOf(word), soundBeginning: soundOfBeginning(word) };
    }),
    digits: isNumber ? digits : null,
    phone: isNumber ? phoneOf(trimmed, countryCode) : null,
    ip: IP_BEGINNING.test(trimmed) ? trimmed : null,
    mac: macOf(trimmed),
    countryCode,
  };
}
