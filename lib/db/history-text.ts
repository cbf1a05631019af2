import { and, eq, like, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { toCaseCode } from '@/lib/domain/case-code';
import type { Found, PingPlace } from '@/lib/domain/fact-filter';
import { fold } from '@/lib/domain/fold';
import { anyId } from './any-of';
import type { Queryable } from './client';
import { pings, serviceNotes, services } from './schema';

const MOST_WORDS = 8;
const LARGEST_ID = 2_147_483_647;
/** From so many services or notes on the pings are looked through in order, because every page is full soon. */
export const MANY_FOUND = 2000;

const idsSchema = z.tuple([z.object({ ids: z.array(z.number()).nullable() })]);

/** A record that holds every word; the words have neither accents nor signs, and the column has no accents. */
const holdsAll = (column: PgColumn, words: readonly string[]): SQL | undefined =>
  and(...words.map((word) => like(column, `%${word}%`)));

/** One row however many services there are, because a thousand rows cost more than their search. */
async function findServices(q: Queryable, words: readonly string[], most: number): Promise<number[]> {
  const found = q
    .select({ id: services.serviceId })
    .from(services)
    .where(holdsAll(services.searchText, words))
    .limit(most);
  const { rows } = await q.execute(sql`select json_agg(id) as ids from (${found}) as found (id)`);
  return idsSchema.parse(rows)[0].ids ?? [];
}

const notesSchema = z.tuple([
  z.object({ notes: z.array(z.tuple([z.number(), z.string().nullable()])).nullable() }),
]);

/** The service of each note, and the ping it speaks of. */
async function findNotes(q: Queryable, words: readonly string[], most: number) {
  const found = q
    .select({ serviceId: serviceNotes.serviceId, pingId: serviceNotes.pingId })
    .from(serviceNotes)
    .where(holdsAll(serviceNotes.searchText, words))
    .limit(most);
  const { rows } = await q.execute(sql`
    select json_agg(json_build_array(service_id, ping_id)) as notes from (${found}) as found (service_id, ping_id)`);
  const notes = notesSchema.parse(rows)[0].notes ?? [];
  return notes.map(([serviceId, pingId]) => ({ serviceId, pingId }));
}

type Options = {
  /** Whether the caller may see customers, and may find them by their names. */
  withCustomers: boolean;
  /** Whether the caller may read notes. */
  withNotes: boolean;
  /** So many services, and so many notes, are enough. */
  most?: number;
};

/**
 * What a free text stands for: services by their number, and by the words of name and address; pings by their case code;
 * and by the words of a note the ping it speaks of, or else all pings of its service.
 */
export async function findText(
  q: Queryable,
  text: string,
  { withCustomers, withNotes, most = LARGEST_ID }: Options,
): Promise<Found> {
  const words = fold(text).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  const nothing = { serviceIds: [], pingIds: [] };
  if (words.length === 0) return { words, ...nothing, apart: nothing, manyNotes: false };
  const code = toCaseCode(text);
  const [customers, notes, coded] = await Promise.all([
    withCustomers ? findServices(q, words, most) : [],
    withNotes ? findNotes(q, words, most) : [],
    code === null ? [] : q.select({ id: pings.id }).from(pings).where(eq(pings.caseCode, code)),
  ]);
  const isNumber = /^\d{1,10}$/.test(text) && Number(text) <= LARGEST_ID;
  const known = new Set(customers);
  // All pings of a customer who was found are meant anyway.
  const others = notes.filter(({ serviceId }) => !known.has(serviceId));
  const ofNotes = others.filter(({ pingId }) => pingId === null).map(({ serviceId }) => serviceId);
  const apart = {
    serviceIds: [...ofNotes, ...(isNumber ? [Number(text)] : [])],
    pingIds: coded.map(({ id }) => id),
  };
  for (const id of apart.serviceIds) known.add(id);
  return {
    words,
    serviceIds: [...known],
    pingIds: [...others.flatMap(({ pingId }) => pingId ?? []), ...apart.pingIds],
    apart,
    manyNotes: notes.length >= MANY_FOUND,
  };
}

/** Where these pings are found among the facts. */
export async function selectPlaces(q: Queryable, pingIds: readonly string[]): Promise<PingPlace[]> {
  if (pingIds.length === 0) return [];
  return q
    .select({ serviceId: pings.serviceId, at: pings.createdAt })
    .from(pings)
    .where(sql`${pings.id} = ${anyId(pingIds)}`);
}
