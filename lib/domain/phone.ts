import { digitsOf } from './fold';

const LEAST_DIGITS = 7;
const MOST_DIGITS = 15;
/** National numbers of the region have at most eleven digits; a longer one brings its country code. */
const NATIONAL_DIGITS = 11;

/** A phone as `wa.me` wants it: country code and number, digits only (E.164 without the plus). Null when it is none. */
export function internationalPhone(typed: string, countryCode: string): string | null {
  const digits = digitsOf(typed).replace(/^00/, '');
  const national = digits.replace(/^0+/, '');
  const isInternational =
    typed.trim().startsWith('+') || digits.length > NATIONAL_DIGITS || typed.trim().startsWith('00');
  const hasCode =
    isInternational || (national.startsWith(countryCode) && national.length >= 10 + countryCode.length);
  const full = hasCode ? national : countryCode + national;
  return national.length >= LEAST_DIGITS && full.length <= MOST_DIGITS ? full : null;
}
