import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { toImportItem } from '@/lib/domain/import-item';
import { upload } from '@/lib/file-route';
import { methods, route } from '@/lib/http';
import { readLatestImport } from '@/lib/operations/read-latest-import';
import { stageImport } from '@/lib/operations/stage-import';

const MOST_BYTES = 100 * 1024 * 1024;

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: readLatestImport,
    answer: (report) => ({
      envelope: success('imports_listed', { items: report ? [toImportItem(report)] : [], next_cursor: null }),
    }),
  }),
  POST: upload({
    read: ({ query }) => ({ fileName: query.get('name') ?? 'services.csv' }),
    input: z.object({ fileName: z.string().trim().min(1).max(200) }),
    type: 'text/csv',
    mostBytes: MOST_BYTES,
    run: stageImport,
    answer: (report) => ({ envelope: success('import_checked', toImportItem(report)) }),
  }),
});
