import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor';

const place = z.strictObject({ createdAt: z.coerce.date(), id: z.uuid() });
const here = { createdAt: new Date('2026-05-08T12:00:00.123Z'), id: '3f0c9a52-6d1e-4b7a-9a55-0b6f3f1d2c10' };

describe('a cursor', () => {
  it('leads back to its place', () => {
    expect(decodeCursor(encodeCursor(here), place)).toEqual(here);
    expect(encodeCursor(here)).toMatch(/^[\w-]+$/);
  });

  it('that is missing is the beginning', () => {
    expect(decodeCursor(null, place)).toBeNull();
    expect(decodeCursor('', place)).toBeNull();
  });

  it.each([
    'x',
    '{}',
    encodeCursor({}),
    encodeCursor({ ...here, id: "' or 1=1" }),
    encodeCursor(null),
    '%00',
  ])('that is not one of ours (%s) is an invalid request', (cursor) => {
    expect(() => decodeCursor(cursor, place)).toThrow(
      expect.objectContaining({
        code: 'invalid_request',
        details: { fields: { cursor: 'not one of ours' } },
      }),
    );
  });
});
