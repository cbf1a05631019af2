import { z } from 'zod';
import { AppError } from './domain/app-error';

/** The moment in a place: a cursor can be forged, and the database knows no times as far away as a Date does. */
export const cursorMoment = z.coerce.date().min(new Date(0)).max(new Date('9999-12-31'));

/** A place in a list, as an opaque text for the caller. */
export const encodeCursor = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place that a cursor stands for, or null without a cursor. Throws AppError `invalid_request`. */
export function decodeCursor<Place>(cursor: string | null, schema: z.ZodType<Place>): Place | null {
  if (cursor === null || cursor === '') return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    const fields = { cursor: 'not one of ours' };
    throw new AppError('invalid_request', 'Check cursor: pass on the next_cursor of the page before.', {
      fields,
    });
  }
}
