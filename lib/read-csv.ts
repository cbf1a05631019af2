import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { CsvSeparator } from './domain/csv';

/** `line` is where the row begins in the file, as an editor counts. */
export type CsvRow = { line: number; cells: string[] };

/** A file that is no CSV from this line on: a quote that is never closed, or one row that would never end. */
export class BrokenCsv extends Error {
  constructor(readonly line: number) {
    super(`the file cannot be read from line ${line} on`);
  }
}

const MOST_HEADER_LETTERS = 65_536;
const MOST_ROW_LETTERS = 131_072;
const SEPARATORS: readonly CsvSeparator[] = [';', ',', '\t'];

/** Excel's own way of telling the separator: a first line that says only `sep=;`. */
const TOLD = /^\ufeff?"?sep=([,;\t])"?\n/i;

const outsideQuotes = (text: string) => text.replace(/"[^"]*("|$)/g, '');

/** The one that parts the most columns of the first line. */
function separatorOf(text: string): CsvSeparator {
  const told = SEPARATORS.find((one) => one === TOLD.exec(text)?.[1]);
  if (told !== undefined) return told;
  const header = outsideQuotes(text).split('\n', 1)[0] ?? '';
  const columns = (separator: CsvSeparator) => header.split(separator).length;
  return SEPARATORS.reduce((best, one) => (columns(one) > columns(best) ? one : best), ',');
}

/** Every line break as one LF, so that lines can be counted; the cells of a service have no use for others. */
async function* withPlainBreaks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of pieces) {
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held !== '') yield '\n';
}

/** Gathers what begins the file, to its first line break, so that the separator can be seen. */
async function readStart(pieces: AsyncIterator<string>): Promise<string> {
  let text = '';
  while (text.length < MOST_HEADER_LETTERS && !outsideQuotes(text).trimStart().includes('\n')) {
    const { done, value } = await pieces.next();
    if (done) break;
    text += value;
  }
  return text;
}

const linesIn = (cells: readonly string[]) =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

/** The rows of a CSV file, one after the other, whatever parts its cells. Empty rows are left out. Throws `BrokenCsv`. */
export async function* readCsv(
  text: AsyncIterable<string>,
  onSeparator: (separator: CsvSeparator) => void,
): AsyncGenerator<CsvRow> {
  const pieces = withPlainBreaks(text)[Symbol.asyncIterator]();
  const start = await readStart(pieces);
  const separator = separatorOf(start);
  onSeparator(separator);
  const told = TOLD.exec(start)?.[0].length ?? 0;
  async function* all() {
    yield start.slice(told);
    yield* { [Symbol.asyncIterator]: () => pieces };
  }
  const before = told > 0 ? 1 : 0;
  let ended = 0;
  const parser = parse({
    delimiter: separator,
    record_delimiter: '\n',
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MOST_ROW_LETTERS,
    info: true,
    // Told before the rows are taken: what went before a broken row may still be on its way.
    on_record(row, { lines }) {
      ended = lines;
      return row;
    },
  });
  const reading = pipeline(Readable.from(all()), parser);
  // What goes wrong there is thrown by the loop below.
  reading.catch(() => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (record.some((cell) => cell.trim() !== '')) {
        yield { line: before + info.lines - linesIn(record), cells: record };
      }
    }
  } catch (error) {
    throw error instanceof CsvError ? new BrokenCsv(before + ended + 1) : error;
  }
}
