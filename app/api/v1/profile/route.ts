import { z } from 'zod';
import { success } from '@/lib/domain/envelope';
import { profileChangeSchema, toProfileItem } from '@/lib/domain/profile';
import { methods, route } from '@/lib/http';
import { changeProfile } from '@/lib/operations/change-profile';
import { readProfile } from '@/lib/operations/read-profile';

const bodySchema = z.object({ time_zone: z.unknown() }).partial().loose();

/** A body in the words of the wire, in those of the operation; what is no object stays for the schema to refuse. */
function fromWire(body: unknown): unknown {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success || !('time_zone' in parsed.data)) return body;
  const { time_zone: timeZone, ...rest } = parsed.data;
  return { ...rest, timeZone };
}

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: () => ({}),
    input: z.object({}),
    run: readProfile,
    answer: (profile) => ({ envelope: success('profile_read', toProfileItem(profile)) }),
  }),
  PATCH: route({
    read: ({ body }) => fromWire(body),
    input: profileChangeSchema,
    run: changeProfile,
    answer: (profile) => ({ envelope: success('profile_changed', toProfileItem(profile)) }),
  }),
});
