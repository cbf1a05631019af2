import { z } from 'zod';

export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;
export const exportFormatSchema = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

const EXPORT_STATES = ['queued', 'running', 'done', 'failed'] as const;
export const exportStateSchema = z.enum(EXPORT_STATES);

/** An export that is made in the background, as the API and the browser see it. */
export const exportItemSchema = z.object({
  id: z.uuid(),
  format: exportFormatSchema,
  state: exportStateSchema,
  rows_done: z.number().int(),
  /** How many rows there were when it was asked for. */
  rows_expected: z.number().int(),
  created_at: z.iso.datetime(),
  finished_at: z.iso.datetime().nullable(),
  /** From when on the file is no longer kept. */
  expires_at: z.iso.datetime(),
});

export type ExportItem = z.infer<typeof exportItemSchema>;

type Made = Pick<ExportItem, 'id' | 'format' | 'state'> & {
  rowsDone: number;
  rowsExpected: number;
  createdAt: Date;
  finishedAt: Date | null;
  expiresAt: Date;
};

export const toExportItem = (made: Made): ExportItem => ({
  id: made.id,
  format: made.format,
  state: made.state,
  rows_done: made.rowsDone,
  rows_expected: made.rowsExpected,
  created_at: made.createdAt.toISOString(),
  finished_at: made.finishedAt?.toISOString() ?? null,
  expires_at: made.expiresAt.toISOString(),
});
