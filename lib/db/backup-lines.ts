import { z } from 'zod';

/** The first line of a backup. */
export const backupHeadSchema = z.object({
  pulso_backup: z.literal(1),
  made_at: z.string(),
  /** How many migrations its database had. */
  migrations: z.number().int().positive(),
});

/** Stands before the rows of a table, which are those of COPY and end with a line `\.`. */
export const backupTableSchema = z.object({
  table: z.string(),
  columns: z.array(z.string()).min(1),
});

/** The last line: a file without it was cut off. */
export const backupEndSchema = z.object({
  end: z.literal(true),
  rows: z.record(z.string(), z.number().int()),
  /** Sequences and the values they gave last. */
  sequences: z.record(z.string(), z.string()),
});

/** COPY writes a backslash of a value as two, so that no row is ever this line. */
export const END_OF_ROWS = '\\.';

const NEWLINE = 10;

/** The lines of a stream of bytes, each with its newline; what follows the last newline is a line too. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of input) {
    const bytes = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, piece]);
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
      yield bytes.subarray(from, at + 1);
      from = at + 1;
    }
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) yield rest;
}
