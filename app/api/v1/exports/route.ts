import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { exportFormatSchema, toExportItem } from '@/lib/domain/export-item';
import { historyFilterSchema } from '@/lib/domain/history-filter';
import { methods, route } from '@/lib/http';
import { LOCALES } from '@/lib/i18n/locale';
import { requestLocale } from '@/lib/i18n/request-locale';
import { listExports } from '@/lib/operations/list-exports';
import { startExport } from '@/lib/operations/start-export';

const bodySchema = z.object({ format: exportFormatSchema, filter: historyFilterSchema });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: listExports,
    answer: (items) => ({ envelope: success('exports_listed', { items: items.map(toExportItem) }) }),
  }),
  POST: route({
    read: ({ body, headers, query }) => ({
      ...(typeof body === 'object' ? body : {}),
      locale: requestLocale(headers, query.get('lang')),
    }),
    input: bodySchema.extend({ locale: z.enum(LOCALES) }),
    run: startExport,
    answer: (made) => ({ envelope: success('export_started', toExportItem(made)) }),
  }),
});
