import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Cell = string | number | boolean | null;

const PIECE_LENGTH = 1 << 16;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const toText = (cell: Cell): string => {
  if (cell === null) return '\\N';
  if (typeof cell !== 'string') return String(cell);
  return /[\\\t\n\r]/.test(cell) ? cell.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign) : cell;
};

/** A row as COPY reads it. */
export const copyLine = (cells: readonly Cell[]): string => `${cells.map(toText).join('\t')}\n`;

/** A list of texts as a cell of an array. */
export const arrayCell = (texts: readonly string[]) =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** Streams rows into a table in one statement. */
export async function copyRows(
  client: Client,
  target: { table: string; columns: readonly string[] },
  lines: Iterable<string>,
): Promise<void> {
  const statement = `copy ${target.table} (${target.columns.join(', ')}) from stdin`;
  await pipeline(Readable.from(inPieces(lines)), client.query(copyFrom(statement)));
}
