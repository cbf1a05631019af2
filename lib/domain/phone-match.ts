import { digitsOf } from './fold';

/** Fewer digits are no phone that could be told from another by its end. */
const LEAST_DIGITS = 7;
/** A country code and an area code: what one of two writings of a number may have in front. */
const MOST_IN_FRONT = 6;

/** Codes of the countries where Spanish or Portuguese is spoken, and the first one of North America (ITU-T E.164). */
const COUNTRY_CODES =
  '1 34 351 51 52 53 54 55 56 57 58 502 503 504 505 506 507 591 593 595 598 238 244 258'.split(' ');

const withoutZeros = (digits: string) => digits.replace(/^0+/, '');

/** True when both can be one number, written with or without the codes in front. Digits only. */
export function isSamePhone(a: string, b: string): boolean {
  const [short, long] = [withoutZeros(a), withoutZeros(b)].sort((one, other) => one.length - other.length);
  if (short === undefined || long === undefined || short.length < LEAST_DIGITS) return false;
  return long.endsWith(short) && long.length - short.length <= MOST_IN_FRONT;
}

/**
 * The digits of a number, or of its beginning, without the country code: that of the operator, or any of the region where
 * a plus or two zeros say that there is one.
 */
export function nationalDigits(typed: string, countryCode: string): string {
  const digits = digitsOf(typed);
  const isInternational = typed.trim().startsWith('+') || digits.startsWith('00');
  const bare = withoutZeros(digits);
  const codes = isInternational ? [countryCode, ...COUNTRY_CODES] : [countryCode];
  const code = codes.find((one) => bare.startsWith(one)) ?? '';
  return bare.slice(code.length);
}
