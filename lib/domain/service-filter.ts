import { z } from 'zod';

export const SERVICE_FILTERS = ['zone', 'router', 'sector', 'status'] as const;
export type ServiceFilterName = (typeof SERVICE_FILTERS)[number];

const name = z.string().min(1).max(200).nullable();

/** Which services are looked through, by the names that the directory has for them. Null means any. */
export const serviceFilterSchema = z.object({ zone: name, router: name, sector: name, status: name });
export type ServiceFilter = z.infer<typeof serviceFilterSchema>;

export const anyService: ServiceFilter = { zone: null, router: null, sector: null, status: null };

/** Every name that the filter can be set to, each with its number of services. */
export const filterChoicesSchema = z.record(
  z.enum(SERVICE_FILTERS),
  z.array(z.object({ name: z.string(), services: z.number() })),
);
