import { digitsOf } from './fold';

const LEAST_DIGITS = 7;
const MOST_DIGITS = 15;
/** National numbers of the region have at most eleven digits; a longer one brings its country code. */
const NATIONAL_DIGITS = 11;

/**
 * Fewest digits of a national number where they are fewer than ten, by country code. Without it a typed 51 987 654 321
 * would get its code twice. Source: the national numbering plans that ITU-T E.164 lists.
 */
const SHORT_NATIONAL: Record<string, number> = {
  34: 9,
  51: 8,
  53: 8,
  56: 9,
  351: 9,
  502: 8,
  503: 8,
  504: 8,
  505: 8,
  506: 8,
  507: 7,
  591: 8,
  593: 8,
  595: 8,
  598: 8,
};
const MOST_COMMON_NATIONAL = 10;

/** A phone as `wa.me` wants it: country code and number, digits only (E.164 without the plus). Null when it is none. */
export function internationalPhone(typed: string, countryCode: string): string | null {
  const digits = digitsOf(typed).replace(/^00/, '');
  const national = digits.replace(/^0+/, '');
  const isInternational =
    typed.trim().startsWith('+') || digits.length > NATIONAL_DIGITS || typed.trim().startsWith('00');
  const leastNational = SHORT_NATIONAL[countryCode] ?? MOST_COMMON_NATIONAL;
  const hasCode =
    isInternational ||
    (national.startsWith(countryCode) && national.length >= leastNational + countryCode.length);
  const full = hasCode ? national : countryCode + national;
  return national.length >= LEAST_DIGITS && full.length <= MOST_DIGITS ? full : null;
}
