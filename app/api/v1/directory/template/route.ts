import { z } from 'zod';
import { csvLine } from '@/lib/domain/csv';
import { BOM, SEPARATOR_OF } from '@/lib/domain/service-file-text';
import { download } from '@/lib/file-route';
import { methods } from '@/lib/http';
import { LOCALES } from '@/lib/i18n/locale';
import { requestLocale } from '@/lib/i18n/request-locale';
import { readImportTemplate } from '@/lib/operations/read-import-template';

async function* only(text: string) {
  yield text;
}

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: download({
    read: ({ query, headers }) => ({ language: requestLocale(headers, query.get('lang')) }),
    input: z.object({ language: z.enum(LOCALES) }),
    run: readImportTemplate,
    answer: (header, { language }) => ({
      fileName: 'pulso-template.csv',
      contentType: 'text/csv; charset=utf-8',
      pieces: only(BOM + csvLine(header, SEPARATOR_OF[language])),
    }),
  }),
});
