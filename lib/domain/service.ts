import { z } from 'zod';

const named = z.object({ id: z.number().int().nullable(), name: z.string() });
const withOutage = named.extend({ outage: z.boolean(), outageNote: z.string().nullable() });

const ID_EXPECTED = 'expected a whole number from 1 to 2147483647';

export const serviceIdSchema = z
  .number(ID_EXPECTED)
  .int(ID_EXPECTED)
  .min(1, ID_EXPECTED)
  .max(2_147_483_647, ID_EXPECTED);

/** One customer's service as the directory keeps it. Null means that WispHub did not say. */
export const serviceSchema = z.object({
  serviceId: serviceIdSchema,
  username: z.string().nullable(),
  name: z.string().nullable(),
  document: z.string().nullable(),
  phones: z.array(z.string()),
  address: z.string().nullable(),
  locality: z.string().nullable(),
  city: z.string().nullable(),
  ip: z.string().nullable(),
  mac: z.string().nullable(),
  /** WispHub's own word, such as Activo or Suspendido. */
  status: z.string().nullable(),
  billingStatus: z.string().nullable(),
  /** A decimal string; positive is debt. */
  balance: z.string().nullable(),
  cutDate: z.iso.date().nullable(),
  changedAt: z.string().nullable(),
  plan: named.nullable(),
  zone: named.nullable(),
  router: withOutage.nullable(),
  sector: withOutage.nullable(),
  technician: named.nullable(),
  lanInterface: z.string().nullable(),
});

export type Service = z.infer<typeof serviceSchema>;

/** A record with the moment it was last read from WispHub, and that at which WispHub no longer listed it; null while it does. */
export type StoredService = Service & { syncedAt: Date; vanishedAt: Date | null };

export type AccountStanding = 'active' | 'suspended' | 'cancelled' | 'unknown';

const STANDINGS = new Map<string, AccountStanding>([
  ['activo', 'active'],
  ['ativo', 'active'],
  ['active', 'active'],
  ['gratis', 'active'],
  ['suspendido', 'suspended'],
  ['suspenso', 'suspended'],
  ['cancelado', 'cancelled'],
]);

/** What WispHub's word for the account means; a word we do not know is unknown, never active. */
export function accountStanding(status: string | null): AccountStanding {
  return STANDINGS.get(status?.trim().toLowerCase() ?? '') ?? 'unknown';
}

/** True of an account whose line is switched off, so that silence says nothing of the line. */
export const isCutOff = (status: string | null) =>
  ['suspended', 'cancelled'].includes(accountStanding(status));

/** True when the balance is a positive amount, which in WispHub is debt. */
export const owesMoney = (service: { balance: string | null }) => Number(service.balance ?? 0) > 0;

/** From this age on a payment may have been made that the record does not show. Inference: agents ask within a call. */
const RECORD_STALE_MS = 10 * 60_000;

export const isStaleRecord = (readAt: Date, now: Date) => now.getTime() - readAt.getTime() > RECORD_STALE_MS;
