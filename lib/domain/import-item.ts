import { z } from 'zod';
import { FILE_FIELDS, fieldsOf } from './service-file';
import { cellProblemSchema, type CellProblem } from './service-file-row';

export const IMPORT_STATES = ['reading', 'checked', 'taking_over', 'taken_over'] as const;

/** A file of services that somebody brought: read, checked row by row, and taken over as a whole or not at all. */
export type Import = {
  id: string;
  ownerId: string;
  fileName: string;
  encoding: string;
  separator: string;
  header: string[];
  state: (typeof IMPORT_STATES)[number];
  rows: number;
  rejected: number;
  /** Rows that became services so far, while it is being taken over. */
  taken: number;
  /** True when taking it over failed the last time; the directory is as it was. */
  failed: boolean;
  createdAt: Date;
  takenOverAt: Date | null;
};

/** How often something is wrong, and in which column. */
export type ProblemCount = { column: string; code: CellProblem['code']; count: number };
export type RejectedRow = { line: number; cells: string[]; problems: CellProblem[] };

/** What taking the file over would do. */
export type ImportEffect = { added: number; changed: number };
export type ImportReport = {
  brought: Import;
  effect: ImportEffect;
  counts: ProblemCount[];
  rejected: RejectedRow[];
};

const columnSchema = z.object({ header: z.string(), field: z.enum(FILE_FIELDS).nullable() });

/** An import as the API and the browser see it. */
export const importItemSchema = z.object({
  import_id: z.uuid(),
  file_name: z.string(),
  encoding: z.string(),
  separator: z.string(),
  /** The columns of the file in order; `field` is null for one that is not used. */
  columns: z.array(columnSchema),
  state: z.enum(IMPORT_STATES),
  rows: z.number(),
  rejected: z.number(),
  /** Rows that became services so far, while it is being taken over. */
  taken: z.number(),
  /** True when taking it over failed the last time; the directory is as it was. */
  failed: z.boolean(),
  /** Services that are new to the directory, and those that it knows. */
  added: z.number(),
  changed: z.number(),
  created_at: z.iso.datetime(),
  taken_over_at: z.iso.datetime().nullable(),
  problem_counts: z.array(cellProblemSchema.omit({ line: true }).extend({ count: z.number() })),
  /** The first rejected rows; all of them are in the file to download. */
  problems: z.array(z.object({ line: z.number(), problems: z.array(cellProblemSchema) })),
});

export type ImportItem = z.infer<typeof importItemSchema>;

export function toImportItem({ brought, effect, counts, rejected }: ImportReport): ImportItem {
  const fields = fieldsOf(brought.header);
  return {
    import_id: brought.id,
    file_name: brought.fileName,
    encoding: brought.encoding,
    separator: brought.separator,
    columns: brought.header.map((header, index) => ({ header, field: fields[index] ?? null })),
    state: brought.state,
    rows: brought.rows,
    rejected: brought.rejected,
    taken: brought.taken,
    failed: brought.failed,
    ...effect,
    created_at: brought.createdAt.toISOString(),
    taken_over_at: brought.takenOverAt?.toISOString() ?? null,
    problem_counts: counts,
    problems: rejected.map(({ line, problems }) => ({ line, problems })),
  };
}
