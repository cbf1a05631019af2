import type { Policy } from './advance';
import { createPing } from './create-ping';
import { notMeasured, type Packet, type PacketStatus } from './packet';
import type { Ping } from './ping';
import { defaultPolling } from './polling';
import { defaultRules } from './rules';
import type { Service } from './service';
import { defaultSettings } from './settings';

export const testPolicy: Policy = {
  rules: defaultRules,
  polling: defaultPolling,
  packetsPerTask: 10,
  remarks: defaultSettings,
};

export const testStart = new Date('2026-05-08T12:00:00.000Z');
export const atMs = (ms: number) => new Date(testStart.getTime() + ms);

export const testIp = '10.20.30.40';

export const testService: Service & { ipShared: boolean } = {
  serviceId: 1042,
  username: 'demo-uno@isp-demo',
  name: 'Cliente Demo Uno',
  document: '0000000001',
  phones: ['0000000000'],
  address: 'Calle Ejemplo 1',
  locality: 'Barrio Ejemplo',
  city: 'Ciudad Ejemplo',
  ip: testIp,
  mac: '02:00:5E:10:00:01',
  status: 'Activo',
  billingStatus: 'Pagadas',
  balance: '0.00',
  cutDate: '2026-05-08',
  changedAt: '30/04/2026 11:08:11',
  plan: { id: 501, name: 'Plan Demo 20M' },
  zone: { id: 31, name: 'Zona Norte' },
  router: { id: 77, name: 'Nodo Norte', outage: false, outageNote: null },
  sector: null,
  technician: null,
  lanInterface: null,
  ipShared: false,
};

type Asked = { pings?: number; extend?: 'off' | 'auto'; showsPackets?: boolean; policy?: Policy };

/** A ping that was just accepted, from the desk and for an active service. */
export function testPing(asked: Asked = {}, changes: Partial<Ping> = {}): Ping {
  const request = {
    id: '3f0c9a52-6d1e-4b7a-9a55-0b6f3f1d2c10',
    serviceId: testService.serviceId,
    pings: asked.pings ?? 4,
    reason: null,
    extend: asked.extend ?? 'off',
    source: 'desk',
  } as const;
  const policy = asked.policy ?? testPolicy;
  const ping = createPing(request, testService, asked.showsPackets ?? true, testStart, policy);
  return { ...ping, ...changes };
}

export const reply = (changes: Partial<Packet> = {}): Packet => ({
  status: 'reply',
  rttMs: 12,
  host: testIp,
  ttl: 64,
  sizeBytes: 56,
  ...changes,
});

export const lost = (status: PacketStatus = 'timeout', host: string | null = testIp): Packet => ({
  ...notMeasured,
  status,
  host,
});

/** So many packets, of which so many were answered; the answered ones come first. */
export const packetsOf = (sent: number, received: number): Packet[] =>
  Array.from({ length: sent }, (_, index) => (index < received ? reply() : lost()));
