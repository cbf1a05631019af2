import { z } from 'zod';
import { serviceIdSchema, type StoredService } from './service';

const named = z.object({ id: z.number().int().nullable(), name: z.string() });
const withOutage = named.extend({ outage: z.boolean(), outage_note: z.string().nullable() });

/** A service as the API and the browser see it. The role technician gets no document, balance or billing status. */
export const serviceItemSchema = z.object({
  service_id: serviceIdSchema,
  name: z.string().nullable(),
  phones: z.array(z.string()),
  document: z.string().nullable().optional(),
  address: z.string().nullable(),
  locality: z.string().nullable(),
  city: z.string().nullable(),
  ip: z.string().nullable(),
  ip_shared: z.boolean(),
  mac: z.string().nullable(),
  status: z.string().nullable(),
  billing_status: z.string().nullable().optional(),
  balance: z.string().nullable().optional(),
  zone: named.nullable(),
  router: withOutage.nullable(),
  sector: withOutage.nullable(),
  plan: named.nullable(),
  synced_at: z.iso.datetime(),
  /** When WispHub no longer listed it; null while it does. */
  vanished_at: z.iso.datetime().nullable(),
});

export type ServiceItem = z.infer<typeof serviceItemSchema>;

type Outage = { id: number | null; name: string; outage: boolean; outageNote: string | null };

const outageItem = (node: Outage | null) =>
  node && { id: node.id, name: node.name, outage: node.outage, outage_note: node.outageNote };

export function toServiceItem(
  service: StoredService & { ipShared: boolean },
  withMoney: boolean,
): ServiceItem {
  const money = {
    document: service.document,
    billing_status: service.billingStatus,
    balance: service.balance,
  };
  return {
    service_id: service.serviceId,
    name: service.name,
    phones: service.phones,
    ...(withMoney ? money : {}),
    address: service.address,
    locality: service.locality,
    city: service.city,
    ip: service.ip,
    ip_shared: service.ipShared,
    mac: service.mac,
    status: service.status,
    zone: service.zone,
    router: outageItem(service.router),
    sector: outageItem(service.sector),
    plan: service.plan,
    synced_at: service.syncedAt.toISOString(),
    vanished_at: service.vanishedAt?.toISOString() ?? null,
  };
}

/** A service in a list of results. `customer` stands where the same customer has several: one key for all of them. */
export const foundItemSchema = serviceItemSchema.extend({
  customer: z.object({ key: z.number().int(), services: z.number().int() }).nullable(),
});

export type FoundItem = z.infer<typeof foundItemSchema>;

export const toFoundItem = (
  service: Parameters<typeof toServiceItem>[0] & { customer: FoundItem['customer'] },
  withMoney: boolean,
): FoundItem => ({ ...toServiceItem(service, withMoney), customer: service.customer });

/** What came of reading a record from WispHub again, and the record; null when nobody knows the service. */
export const refreshedItemSchema = z.object({
  outcome: z.enum(['read', 'fresh', 'unknown', 'unavailable', 'unsupported']),
  service: serviceItemSchema.nullable(),
});

export type RefreshedItem = z.infer<typeof refreshedItemSchema>;
