import type { ServiceItem } from '@/lib/domain/service-item';
import type { ServiceReading } from './use-service';

const ACTIVE: Omit<ServiceItem, 'synced_at'> = {
  service_id: 12345,
  name: 'Johana Vargas Peña',
  phones: ['3000000001'],
  document: '0000012345',
  address: 'Cl 12 # 4-31',
  locality: 'Centro',
  city: 'Ciudad Ejemplo',
  ip: '10.20.30.40',
  ip_shared: false,
  mac: '02:00:5E:10:00:01',
  status: 'Activo',
  billing_status: 'Pagadas',
  balance: '0.00',
  zone: { id: 31, name: 'Zona Norte' },
  router: { id: 77, name: 'RB-Norte', outage: false, outage_note: null },
  sector: { id: 7, name: 'AP-7', outage: false, outage_note: null },
  plan: { id: 501, name: 'Plan Hogar 20M' },
  vanished_at: null,
};

const outage = { id: 77, name: 'RB-Norte', outage: true, outage_note: 'Corte de fibra en la troncal' };

const MINUTE_MS = 60_000;
const readMinutesAgo = (at: Date, minutes: number) =>
  new Date(at.getTime() - minutes * MINUTE_MS).toISOString();

/** A customer under a plain name; `at` is the moment at which somebody looks at it. */
export type ServiceSample = { name: string; service: (at: Date) => ServiceItem };

const sample = (name: string, changes: Partial<ServiceItem> = {}, minutes = 1): ServiceSample => ({
  name,
  service: (at) => ({ ...ACTIVE, ...changes, synced_at: readMinutesAgo(at, minutes) }),
});

/** Services for the gallery, one for each thing an agent must read before a ping. */
export const SAMPLE_SERVICES: readonly ServiceSample[] = [
  sample('active'),
  sample('active, in debt', { balance: '90000.00', billing_status: 'Pendientes' }),
  sample('active, open invoices without debt', { billing_status: 'Pendientes' }),
  sample('suspended, in debt', { status: 'Suspendido', balance: '90000.00' }),
  sample('suspended, in debt, the record is hours old', { status: 'Suspendido', balance: '90000.00' }, 190),
  sample('cancelled', { status: 'Cancelado' }),
  sample('a word we do not know', { status: 'En instalación', balance: null }),
  sample('no word at all', { status: null, balance: null }),
  sample('as a technician sees it, without money and document', {
    document: undefined,
    billing_status: undefined,
    balance: undefined,
  }),
  sample('router outage', { router: outage }),
  sample('sector outage', { sector: { ...outage, name: 'AP-7', outage_note: null } }),
  sample('router and sector outage, suspended', {
    status: 'Suspendido',
    router: outage,
    sector: { ...outage, name: 'AP-7' },
  }),
  sample('no address', { ip: null }),
  sample('shared address', { ip_shared: true }),
  sample('nothing known', {
    name: null,
    phones: [],
    document: null,
    address: null,
    locality: null,
    city: null,
    ip: null,
    mac: null,
    status: null,
    billing_status: null,
    balance: null,
    zone: null,
    router: null,
    sector: null,
    plan: null,
  }),
];

type Reading = Omit<ServiceReading, 'service'> & { service: ServiceItem };

function reading(changes: Partial<Reading>, minutes = 0.2): (at: Date) => Reading {
  return (at) => ({
    service: { ...ACTIVE, synced_at: readMinutesAgo(at, minutes) },
    outcome: 'read',
    isReading: false,
    isPending: false,
    isError: false,
    readAgain: () => {},
    ...changes,
  });
}

/** The card of a customer: how fresh it is, and what WispHub answered when it was read again. */
export const SAMPLE_READINGS: readonly { name: string; reading: (at: Date) => Reading }[] = [
  { name: 'just read', reading: reading({}) },
  { name: 'being read', reading: reading({ outcome: null, isReading: true }, 120) },
  { name: 'WispHub did not answer', reading: reading({ outcome: 'unavailable' }, 120) },
  { name: 'WispHub no longer knows it', reading: reading({ outcome: 'unknown' }, 120) },
];
