import { z } from 'zod';
import { auditFilterSchema, readAuditFilter } from '@/lib/domain/audit-filter';
import { exportFormatSchema } from '@/lib/domain/export-item';
import { EXPORT_TYPES } from '@/lib/domain/history-export';
import { download } from '@/lib/file-route';
import { methods } from '@/lib/http';
import { LOCALES } from '@/lib/i18n/locale';
import { requestLocale } from '@/lib/i18n/request-locale';
import { exportAudit } from '@/lib/operations/export-audit';

const styleSchema = z.object({ format: exportFormatSchema, locale: z.enum(LOCALES) });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: download({
    read: ({ query, headers }) => ({
      ...readAuditFilter(query),
      format: query.get('format') ?? 'csv',
      locale: requestLocale(headers, query.get('lang')),
    }),
    input: auditFilterSchema.and(styleSchema),
    run: (ctx, { format, locale, ...filter }) => exportAudit(ctx, { filter, format, locale }),
    answer: ({ day, pieces }, { format }) => ({
      fileName: `pulso-audit-${day}.${format}`,
      contentType: EXPORT_TYPES[format],
      pieces,
    }),
  }),
});
