import type { Service } from '@/lib/domain/service';
import {
  CITIES,
  NAME_ENDS,
  PORTUGUESE_FAMILY,
  PORTUGUESE_GIVEN,
  SETTLEMENT_NAMES,
  SETTLEMENTS,
  SPANISH_FAMILY,
  SPANISH_GIVEN,
  SYLLABLES,
} from './names';
import type { Network, Sector } from './network';
import { pickOf, pickSkewed, wholeBetween, type Random } from './random';

/** A service of the invented provider; `vanished` when WispHub no longer lists it. */
export type InventedService = { record: Service; sector: Sector; vanished: boolean };

const RARE_NAMES = 6000;
const SPEEDS = [10, 20, 50, 100, 300];

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function rareName(random: Random): string {
  const syllables = Array.from({ length: wholeBetween(2, 3, random) }, () => pickOf(SYLLABLES, random));
  return capital(syllables.join('') + (random() < 0.5 ? pickOf(NAME_ENDS, random) : ''));
}

/** Makes full names, about one in seven Portuguese. */
function namer(random: Random): () => string {
  const rare = pickSkewed([...new Set(Array.from({ length: RARE_NAMES }, () => rareName(random)))], 0.5);
  const spanishGiven = pickSkewed(SPANISH_GIVEN, 0.85);
  const spanishFamily = pickSkewed(SPANISH_FAMILY, 0.75);
  const portugueseGiven = pickSkewed(PORTUGUESE_GIVEN, 0.8);
  const portugueseFamily = pickSkewed(PORTUGUESE_FAMILY, 0.8);
  const family = () => (random() < 0.12 ? rare(random) : spanishFamily(random));
  const maybe = (chance: number, word: () => string) => (random() < chance ? [word()] : []);
  const spanish = () => [
    spanishGiven(random),
    ...maybe(0.6, () => spanishGiven(random)),
    family(),
    ...maybe(0.85, family),
  ];
  const portuguese = () => [
    portugueseGiven(random),
    ...maybe(0.3, () => portugueseGiven(random)),
    portugueseFamily(random),
    ...maybe(0.2, () => 'da'),
    ...maybe(0.7, () => portugueseFamily(random)),
  ];
  return () => (random() < 0.15 ? portuguese() : spanish()).join(' ');
}

function digits(count: number, random: Random): string {
  return String(Math.floor(random() * 10 ** count)).padStart(count, '0');
}

/** As people write them down: with and without country code, with spaces, one or several. */
function phones(random: Random): string[] {
  const count = random() < 0.6 ? 1 : random() < 0.8 ? 2 : 3;
  return Array.from({ length: count }, () => {
    const [head, tail] = [`3${wholeBetween(0, 2, random)}${wholeBetween(0, 9, random)}`, digits(7, random)];
    const form = random();
    if (form < 0.25) return `+57 ${head} ${tail.slice(0, 3)} ${tail.slice(3)}`;
    return form < 0.4 ? `57${head}${tail}` : `${head}${tail}`;
  });
}

const address = (random: Random) =>
  `${pickOf(['Calle', 'Carrera', 'Diagonal', 'Rua'], random)} ${wholeBetween(1, 150, random)} # ` +
  `${wholeBetween(1, 99, random)}-${wholeBetween(1, 99, random)}`;

const ipOf = (index: number) => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;

function macOf(index: number): string {
  const hex = (0x02005e000000 + ((index * 7919) % 0xffffff)).toString(16).padStart(12, '0');
  return (hex.match(/../g) ?? []).join(':').toUpperCase();
}

type Customer = { name: string; document: string; phones: string[] };

const statusOf = (chance: number) =>
  chance < 0.88 ? 'Activo' : chance < 0.96 ? 'Suspendido' : chance < 0.99 ? 'Cancelado' : 'Gratis';

function recordOf(index: number, customer: Customer, sector: Sector, random: Random): Service {
  const { router } = sector;
  const speed = pickOf(SPEEDS, random);
  const status = statusOf(random());
  const [settlement, place] = [pickOf(SETTLEMENTS, random), pickOf(SETTLEMENT_NAMES, random)];
  const serviceId = 1000 + index * 3 + wholeBetween(0, 2, random);
  const calm = { outage: false, outageNote: null };
  return {
    serviceId,
    username: `cliente${serviceId}@isp-demo`,
    ...customer,
    address: address(random),
    locality: `${settlement} ${place}${random() < 0.4 ? ` ${wholeBetween(1, 9, random)}` : ''}`,
    city: pickOf(CITIES, random),
    // One in a hundred has the address of the one before it.
    ip: ipOf(random() < 0.01 ? index : index + 1),
    mac: macOf(index),
    status,
    billingStatus: status === 'Activo' ? 'Pagadas' : 'Pendiente de pago',
    balance: status === 'Suspendido' ? '64000.00' : '0.00',
    cutDate: '2026-11-28',
    changedAt: '30/10/2026 11:08:11',
    plan: { id: speed, name: `${sector.name.startsWith('OLT') ? 'Fibra' : 'Radio'} ${speed}M` },
    zone: { id: router.zone.id, name: router.zone.name },
    router: { id: router.id, name: router.name, ...calm },
    sector: { id: sector.id, name: sector.name, ...calm },
    technician: null,
    lanInterface: null,
  };
}

/** So many services, the same ones for the same random numbers. About one in eight belongs to the customer before it. */
export function* inventServices(
  count: number,
  { sectors }: Network,
  random: Random,
): Generator<InventedService> {
  const name = namer(random);
  let customer: Customer | null = null;
  for (let index = 0; index < count; index += 1) {
    if (customer === null || random() > 0.12) {
      customer = { name: name(), document: digits(random() < 0.3 ? 8 : 10, random), phones: phones(random) };
    }
    const sector = pickOf(sectors, random);
    yield { record: recordOf(index, customer, sector, random), sector, vanished: random() < 0.01 };
  }
}
