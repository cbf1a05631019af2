import { z } from 'zod';
import { cleanText } from './clean-text';
import { unguardText } from './csv';
import { digitsOf } from './fold';

/** What can be wrong with a cell of a file of services. `duplicate` is said of an id that an earlier line has too. */
export const CELL_PROBLEMS = [
  'missing_id',
  'not_an_id',
  'duplicate',
  'not_a_phone',
  'not_an_address',
  'not_a_mac',
  'not_an_amount',
  'not_a_date',
  'cut_number',
  'too_long',
  'unreadable',
  'too_many_cells',
] as const;
export type CellProblemCode = (typeof CELL_PROBLEMS)[number];

/** What a cell says, or what is wrong with it. An empty cell says null. */
export type CellReading<T> = { value: T } | { problem: CellProblemCode };

const MOST_LETTERS = 300;
const MOST_ID = 2_147_483_647;
const LEAST_PHONE_DIGITS = 5;

/** How a spreadsheet writes a long number into a file: its last digits are lost. */
const CUT_NUMBER = /^\d[.,]\d+e\+?\d+$/i;

const good = <T>(value: T): CellReading<T> => ({ value });
const bad = (problem: CellProblemCode): CellReading<never> => ({ problem });

/** How people fill a cell that has nothing to say. */
const NOTHING = /^[-–—]*$/;

/** A cell without the quote that an export put in front of it, on one line. */
export function readText(cell: string): CellReading<string | null> {
  const text = cleanText(unguardText(cell), Number.POSITIVE_INFINITY);
  // Where a decoder finds bytes that are no letters, it leaves this sign.
  if (text.includes('\ufffd')) return bad('unreadable');
  if (text.length > MOST_LETTERS) return bad('too_long');
  return good(NOTHING.test(text) ? null : text);
}

/** Reads the text of a cell further; an empty one stays null. */
const then =
  <T>(read: (text: string) => CellReading<T>) =>
  (cell: string): CellReading<T | null> => {
    const text = readText(cell);
    if ('problem' in text) return text;
    return text.value === null ? good(null) : read(text.value);
  };

export const readId = then((text) => {
  if (CUT_NUMBER.test(text)) return bad('cut_number');
  const id = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return id >= 1 && id <= MOST_ID ? good(id) : bad('not_an_id');
});

export const readDocument = then((text) => (CUT_NUMBER.test(text) ? bad('cut_number') : good(text)));

/** Several phones in one cell are parted by a comma, semicolon, slash or bar. */
export function readPhones(cell: string): CellReading<string[]> {
  const text = readText(cell);
  if ('problem' in text) return text;
  const phones = (text.value ?? '').split(/[,;/|]/).map((phone) => phone.trim());
  const given = [...new Set(phones.filter((phone) => phone !== ''))];
  if (text.value !== null && CUT_NUMBER.test(text.value)) return bad('cut_number');
  return given.every((phone) => digitsOf(phone).length >= LEAST_PHONE_DIGITS)
    ? good(given)
    : bad('not_a_phone');
}

const ipSchema = z.union([z.ipv4(), z.ipv6()]);

export const readIp = then((text) => (ipSchema.safeParse(text).success ? good(text) : bad('not_an_address')));

/** As twelve hexadecimal digits in any of the usual spellings; read as `AA:BB:CC:DD:EE:FF`. */
export const readMac = then((text) => {
  const digits = text.replace(/[:.\- ]/g, '').toUpperCase();
  if (!/^[0-9A-F]{12}$/.test(digits)) return bad('not_a_mac');
  return good(digits.replace(/..(?!$)/g, '$&:'));
});

/**
 * An amount as people of the region write it: `90000.00`, `90.000,00`, `$ 90.000`, `-5000`. Money has at most two
 * decimals, so a single sign before three digits parts thousands.
 */
export const readAmount = then((text) => {
  const plain = text.replace(/[\s\u00a0]|^[^\d-]+(?=[\d-])/g, '').replace(/^-[^\d]+/, '-');
  if (!/^-?\d{1,3}(([.,]\d{3})*|\d*)([.,]\d{1,2})?$/.test(plain)) return bad('not_an_amount');
  const decimals = /[.,](\d{1,2})$/.exec(plain)?.[1] ?? '';
  const whole = plain
    .slice(0, plain.length - (decimals === '' ? 0 : decimals.length + 1))
    .replace(/[.,]/g, '');
  return whole.replace('-', '').length > 12
    ? bad('not_an_amount')
    : good(decimals ? `${whole}.${decimals}` : whole);
});

/** A day as `2026-05-08`, `8/05/2026` or `8-5-2026`, the day before the month as in all of our languages here. */
export const readDate = then((text) => {
  const iso = /^([12]\d{3})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  const spoken = /^(\d{1,2})[/.-](\d{1,2})[/.-]([12]\d{3})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : spoken ? spoken.slice(1).reverse() : [];
  if (!year || !month || !day) return bad('not_a_date');
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  return exists ? good(date) : bad('not_a_date');
});
