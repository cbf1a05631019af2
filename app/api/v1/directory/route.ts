import { z } from 'zod';
import { toDirectoryItem } from '@/lib/domain/directory-item';
import { success } from '@/lib/domain/envelope';
import { methods, route } from '@/lib/http';
import { readDirectory } from '@/lib/operations/read-directory';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: readDirectory,
    answer: (directory) => ({ envelope: success('directory_read', toDirectoryItem(directory)) }),
  }),
});
