import { and, asc, desc, eq, or, sql, type SQL } from 'drizzle-orm';
import { digitsOf, fold } from '@/lib/domain/fold';
import type { Database } from './client';
import { services } from './schema';
import { directoryColumns, toDirectoryService, type DirectoryService } from './services';

/** How alike a typed word and a word of the record must be; 0.4 forgives one typo in a word of six letters. */
const LEAST_SIMILARITY = 0.4;
const LARGEST_ID = 2_147_483_647;

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** A number may be an id, a phone, a document, or the beginning or a part of one of them. */
function matchNumber(digits: string, withDocument: boolean): { where: SQL | undefined; score: SQL } {
  const id = Number(digits) <= LARGEST_ID ? Number(digits) : -1;
  const part = `%${digits}%`;
  const idPrefix = sql`${services.serviceId}::text like ${`${digits}%`}`;
  const inDocument = withDocument ? sql`${services.searchDocument} like ${part}` : undefined;
  const isDocument = withDocument ? sql`${services.searchDocument} = ${digits}` : sql`false`;
  return {
    where: or(eq(services.serviceId, id), idPrefix, sql`${services.searchPhones} like ${part}`, inDocument),
    score: sql`case
      when ${services.serviceId} = ${id} then 100
      when ${isDocument} then 90
      when ${services.searchPhones} || ' ' like ${`%${digits} %`} then 80
      when ${idPrefix} then 60
      else 40 end`,
  };
}

function matchAddress(text: string): { where: SQL | undefined; score: SQL } {
  const prefix = `${escapeLike(text.toLowerCase())}%`;
  const column = text.includes(':') || text.includes('-') ? sql`lower(${services.mac})` : sql`${services.ip}`;
  return {
    where: sql`${column} like ${prefix}`,
    score: sql`case when ${column} = ${text.toLowerCase()} then 95 else 70 end`,
  };
}

/** Every word must be in the record, whole, as a part, or with a typo; a word that begins one of the record's counts most. */
function matchWords(words: readonly string[]): { where: SQL | undefined; score: SQL } {
  const matches = words.map((word) => {
    const part = `%${escapeLike(word)}%`;
    return or(sql`${services.searchText} like ${part}`, sql`${word} <% ${services.searchText}`);
  });
  const points = words.map((word) => {
    const begins = `% ${escapeLike(word)}%`;
    return sql`greatest(
      word_similarity(${word}, ${services.searchText}),
      case when ' ' || ${services.searchText} like ${begins} then 1.5 else 0 end)`;
  });
  const name = fold(words.join(' '));
  const startsWithAll = sql`case when ${services.searchText} like ${`${escapeLike(name)}%`} then 1 else 0 end`;
  return { where: and(...matches), score: sql`${sql.join(points, sql` + `)} + ${startsWithAll}` };
}

const OCTET = '(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])';
const IP_BEGINNING = new RegExp(`^${OCTET}(\\.${OCTET}){1,3}\\.?$`);
const MAC_BEGINNING = /^[0-9a-f]{2}([:-][0-9a-f]{0,2})+$/i;
const NUMBER = /^\+?[\d\s().-]+$/;

function matchText(text: string, withDocument: boolean): { where: SQL | undefined; score: SQL } {
  const digits = digitsOf(text);
  // A document is written with points too, and its groups are mostly no bytes.
  if (NUMBER.test(text) && !IP_BEGINNING.test(text) && digits.length > 0)
    return matchNumber(digits, withDocument);
  if (IP_BEGINNING.test(text) || MAC_BEGINNING.test(text)) return matchAddress(text);
  return matchWords(fold(text).split(' ').slice(0, 8));
}

/**
 * Services that fit what was typed: id, phone, document, IP or MAC by their form, otherwise names and addresses without
 * regard to accents, case or order, and with a typo forgiven. Best match first; active accounts before others.
 */
export async function searchServices(
  db: Database,
  typed: string,
  page: { limit: number; offset: number; withDocument: boolean },
): Promise<DirectoryService[]> {
  const text = typed.trim();
  const isEmpty = fold(text) === '';
  if (isEmpty && text !== '') return [];
  const match = isEmpty ? { where: undefined, score: sql`0::real` } : matchText(text, page.withDocument);
  return db.transaction(async (tx) => {
    await tx.execute(
      sql`select set_config('pg_trgm.word_similarity_threshold', ${String(LEAST_SIMILARITY)}, true)`,
    );
    const rows = await tx
      .select(directoryColumns)
      .from(services)
      .where(match.where)
      .orderBy(
        desc(match.score),
        desc(sql`${services.status} is not distinct from 'Activo'`),
        asc(services.name),
        asc(services.serviceId),
      )
      .limit(page.limit)
      .offset(page.offset);
    return rows.map(toDirectoryService);
  });
}
