import { z } from 'zod';
import {
  loadProblemMessage,
  loadProblemSchema,
  lookSchema,
  type LoadProblem,
  type Look,
} from './directory-load';

/** How the directory stands, as the API and the browser see it. */
export const directoryItemSchema = z.object({
  /** False when this upstream gives no customer list. */
  supported: z.boolean(),
  /** Services that WispHub or the last file lists. */
  count: z.number(),
  /** Services that WispHub no longer lists; they are kept with their history. */
  vanished: z.number(),
  running: z.boolean(),
  look: lookSchema,
  /** How far the look under way is, and how far it goes; null while nobody knows. */
  seen: z.number(),
  expected: z.number().nullable(),
  started_at: z.iso.datetime().nullable(),
  /** The end of the last complete load. */
  finished_at: z.iso.datetime().nullable(),
  error: z.object({ code: loadProblemSchema, message: z.string() }).nullable(),
});

export type DirectoryItem = z.infer<typeof directoryItemSchema>;

type Directory = {
  supported: boolean;
  count: number;
  vanished: number;
  running: boolean;
  look: Look;
  seen: number;
  expected: number | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  problem: LoadProblem | null;
};

export function toDirectoryItem({ startedAt, finishedAt, problem, ...directory }: Directory): DirectoryItem {
  return {
    ...directory,
    started_at: startedAt?.toISOString() ?? null,
    finished_at: finishedAt?.toISOString() ?? null,
    error: problem === null ? null : { code: problem, message: loadProblemMessage(problem) },
  };
}
