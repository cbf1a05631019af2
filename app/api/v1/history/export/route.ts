import { z } from 'zod';
import { exportFormatSchema } from '@/lib/domain/export-item';
import { EXPORT_TYPES } from '@/lib/domain/history-export';
import { historyFilterSchema, readHistoryFilter } from '@/lib/domain/history-filter';
import { download } from '@/lib/file-route';
import { methods } from '@/lib/http';
import { LOCALES } from '@/lib/i18n/locale';
import { requestLocale } from '@/lib/i18n/request-locale';
import { exportHistory } from '@/lib/operations/export-history';

const styleSchema = z.object({ format: exportFormatSchema, locale: z.enum(LOCALES) });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: download({
    read: ({ query, headers }) => ({
      ...readHistoryFilter(query),
      format: query.get('format') ?? 'csv',
      locale: requestLocale(headers, query.get('lang')),
    }),
    input: historyFilterSchema.and(styleSchema),
    run: (ctx, { format, locale, ...filter }) => exportHistory(ctx, { filter, format, locale }),
    answer: ({ day, pieces }, { format }) => ({
      fileName: `pulso-${day}.${format}`,
      contentType: EXPORT_TYPES[format],
      pieces,
    }),
  }),
});
