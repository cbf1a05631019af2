import { z } from 'zod';
import { EXPORT_TYPES } from '@/lib/domain/history-export';
import { download } from '@/lib/file-route';
import { methods } from '@/lib/http';
import { readExport } from '@/lib/operations/read-export';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: download({
    read: ({ params }) => ({ exportId: params.exportId }),
    input: z.object({ exportId: z.uuid() }),
    run: readExport,
    answer: ({ made, day, pieces }) => ({
      fileName: `pulso-${day}.${made.format}`,
      contentType: EXPORT_TYPES[made.format],
      pieces,
    }),
  }),
});
