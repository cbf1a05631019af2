import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { settingsSchema } from '@/lib/domain/settings';
import { methods, route } from '@/lib/http';
import { changeSettings } from '@/lib/operations/change-settings';
import { readSettings } from '@/lib/operations/read-settings';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: readSettings,
    answer: (settings) => ({ envelope: success('settings_read', settings) }),
  }),
  PUT: route({
    read: ({ body }) => body,
    input: settingsSchema,
    run: changeSettings,
    answer: (settings) => ({ envelope: success('settings_changed', settings) }),
  }),
});
