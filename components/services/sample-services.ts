import type { ServiceItem } from '@/lib/domain/service-item';

const ACTIVE: ServiceItem = {
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
  synced_at: '2026-03-02T14:00:00.000Z',
};

const outage = { id: 77, name: 'RB-Norte', outage: true, outage_note: 'Corte de fibra en la troncal' };

/** Services for the gallery, one for each thing an agent must read before a ping. */
export const SAMPLE_SERVICES: readonly { name: string; service: ServiceItem }[] = [
  { name: 'active', service: ACTIVE },
  { name: 'suspended, in debt', service: { ...ACTIVE, status: 'Suspendido', balance: '90000.00' } },
  { name: 'cancelled', service: { ...ACTIVE, status: 'Cancelado' } },
  { name: 'a word we do not know', service: { ...ACTIVE, status: 'En instalación', balance: null } },
  { name: 'router outage', service: { ...ACTIVE, router: outage } },
  { name: 'sector outage', service: { ...ACTIVE, sector: { ...outage, name: 'AP-7', outage_note: null } } },
  { name: 'no address', service: { ...ACTIVE, ip: null } },
  { name: 'shared address', service: { ...ACTIVE, ip_shared: true } },
  {
    name: 'nothing known',
    service: { ...ACTIVE, name: null, address: null, locality: null, status: null, sector: null },
  },
];
