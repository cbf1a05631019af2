import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { toImportItem } from '@/lib/domain/import-item';
import { methods, route } from '@/lib/http';
import { discardImport } from '@/lib/operations/discard-import';
import { readImport } from '@/lib/operations/read-import';

const input = z.object({ importId: z.uuid() });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ params }) => params,
    input,
    run: readImport,
    answer: (report) => ({ envelope: success('import_read', toImportItem(report)) }),
  }),
  DELETE: route({
    read: ({ params }) => params,
    input,
    run: discardImport,
    answer: () => ({ envelope: success('import_discarded') }),
  }),
});
