import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { readDirectory } from '@/lib/operations/read-directory';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: readDirectory,
    answer: (directory) => ({
      envelope: success('directory_read', {
        supported: directory.supported,
        count: directory.count,
        running: directory.running,
        seen: directory.seen,
        expected: directory.expected,
        finished_at: directory.finishedAt?.toISOString() ?? null,
        error: directory.error,
      }),
    }),
  }),
});
