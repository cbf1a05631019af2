import { z } from 'zod';
import { serviceIdSchema } from './service';

/** Characters of a note at most; the same in the database. */
export const NOTE_MOST = 2000;

/** Control characters other than the end of a line, and what other systems end a line with. */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** What somebody typed, as it is stored: lines stay lines, everything unprintable is a space. */
export const noteTextSchema = z
  .string()
  .max(NOTE_MOST * 2)
  .transform((typed) => typed.replace(LINE_ENDS, '\n').replace(UNPRINTABLE, ' ').toWellFormed().trim())
  .pipe(z.string().min(1, 'expected some text').max(NOTE_MOST, `expected at most ${NOTE_MOST} characters`));

/** What somebody wrote about a line. The author is null once that person's account is gone; the name stays. */
export const noteSchema = z.object({
  id: z.number().int(),
  serviceId: serviceIdSchema,
  pingId: z.uuid().nullable(),
  text: z.string(),
  authorId: z.uuid().nullable(),
  authorName: z.string(),
  writtenAt: z.date(),
});

export type Note = z.infer<typeof noteSchema>;

/** A note as the API and the browser see it. */
export const noteItemSchema = z.object({
  note_id: z.number().int(),
  service_id: serviceIdSchema,
  /** The ping it speaks of; null when it speaks of the line, or when that ping was deleted because of its age. */
  task_id: z.uuid().nullable(),
  text: z.string(),
  author: z.string(),
  written_at: z.iso.datetime(),
  /** True when the one who asks may delete it. */
  may_delete: z.boolean(),
});

export type NoteItem = z.infer<typeof noteItemSchema>;

export const toNoteItem = (note: Note, mayDelete: boolean): NoteItem => ({
  note_id: note.id,
  service_id: note.serviceId,
  task_id: note.pingId,
  text: note.text,
  author: note.authorName,
  written_at: note.writtenAt.toISOString(),
  may_delete: mayDelete,
});
