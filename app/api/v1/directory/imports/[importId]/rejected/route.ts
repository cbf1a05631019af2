import { z } from 'zod';
import type { CsvSeparator } from '@/lib/domain/csv';
import type { RejectedRow } from '@/lib/domain/import-item';
import { BOM, rejectedLine } from '@/lib/domain/service-file-text';
import { download } from '@/lib/file-route';
import { methods } from '@/lib/http';
import { cellProblemWords } from '@/lib/i18n/cell-problem';
import { LOCALES, type Locale } from '@/lib/i18n/locale';
import { requestLocale } from '@/lib/i18n/request-locale';
import { readRejectedRows } from '@/lib/operations/read-rejected-rows';

const separatorSchema = z.enum([',', ';', '\t']).catch(',');

async function* linesOf(
  header: readonly string[],
  blocks: AsyncIterable<RejectedRow[]>,
  { separator, locale }: { separator: CsvSeparator; locale: Locale },
): AsyncGenerator<string> {
  const words = cellProblemWords(locale);
  const form = { columns: header.length, separator };
  yield BOM + rejectedLine(header, words.header, form);
  for await (const rows of blocks) {
    yield rows
      .map(({ line, cells, problems }) => rejectedLine(cells, words.why(line, problems), form))
      .join('');
  }
}

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: download({
    read: ({ params, query, headers }) => ({
      ...params,
      language: requestLocale(headers, query.get('lang')),
    }),
    input: z.object({ importId: z.uuid(), language: z.enum(LOCALES) }),
    run: readRejectedRows,
    answer: ({ brought, blocks }, { language }) => ({
      fileName: `rejected-${brought.fileName.replace(/\.\w{1,5}$/, '')}.csv`,
      contentType: 'text/csv; charset=utf-8',
      pieces: linesOf(brought.header, blocks, {
        separator: separatorSchema.parse(brought.separator),
        locale: language,
      }),
    }),
  }),
});
