import { z } from 'zod';

/**
 * The id of an upstream task: it becomes one segment of a path and a text in PostgreSQL, so half a surrogate pair, a NUL
 * or a segment of dots alone, which no encoding protects, is no id.
 */
export const taskIdSchema = z
  // A number is an id as well, where an installation counts its tasks.
  .union([z.string(), z.number().int().nonnegative().transform(String)])
  .pipe(z.string().regex(/^(?!\.+$)[\x21-\x7e]{1,200}$/));
