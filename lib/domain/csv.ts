// A spreadsheet runs a cell that begins like a formula, and a customer chooses his own name. Text that could be taken for
// one therefore leaves with a quote in front, and only such text loses one when it comes back.

/** What starts a formula, or moves the text into a cell where it would. Libraries forget LF, NUL and the full-width signs. */
const TRIGGER = '[=+\\-@\\t\\r\\n\\0＝＋－＠]';
/** Quotes that were there before are counted in, so that reading gives back exactly what was written. */
const DANGEROUS = new RegExp(`^'*[\\0 ]*${TRIGGER}`, 'u');
const GUARDED = new RegExp(`^'+[\\0 ]*${TRIGGER}`, 'u');

/**
 * Within a text: a program that expects another separator than the file has parts the text there, quotes or not, and the
 * rest is a cell of its own. Amounts and phones after a comma stay as they are; a sign is dangerous with a call behind it.
 */
const INNER = `'*[\\0 "]*(?:[=@＝＠]|[+\\-＋－][^,;\\t\\r\\n]*[(|!])`;
const INNER_DANGEROUS = new RegExp(`([,;\\t\\r\\n])(?=${INNER})`, 'gu');
const INNER_GUARDED = new RegExp(`([,;\\t\\r\\n])'(?=${INNER})`, 'gu');

export type CsvSeparator = ',' | ';' | '\t';

/** A text that no spreadsheet takes for a formula. `unguardText` is its inverse. */
export const guardText = (text: string) =>
  (DANGEROUS.test(text) ? `'${text}` : text).replace(INNER_DANGEROUS, "$1'");

/** The text as it was before `guardText`: exactly one quote is removed, and only in front of what it guarded. */
export const unguardText = (cell: string) =>
  (GUARDED.test(cell) ? cell.slice(1) : cell).replace(INNER_GUARDED, '$1');

/** RFC 4180, and spaces at the ends too, because some readers trim what is not in quotes. */
function quoted(text: string, separator: CsvSeparator): string {
  const isPlain = !text.includes(separator) && !/["\r\n\0]|^\s|\s$/u.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

/**
 * One line of a CSV file, its CR LF included. Text is made safe against formulas; a number stays a number, with a point
 * or a comma before its decimals and its sign untouched. Null, and a number that is not finite, are an empty cell.
 */
export function csvLine(
  cells: readonly (string | number | null)[],
  separator: CsvSeparator,
  decimalSign: '.' | ',' = '.',
): string {
  const written = cells.map((cell) => {
    if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', decimalSign) : '';
    return cell === null ? '' : quoted(guardText(cell), separator);
  });
  return `${written.join(separator)}\r\n`;
}
