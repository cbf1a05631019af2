export type Technology = 'fibre' | 'wireless';
export type Zone = { id: number; name: string };
export type Sector = { id: number; name: string };
export type Router = {
  id: number;
  name: string;
  zone: Zone;
  technology: Technology;
  /** What a person wrote when marking a general failure; null while none is marked. */
  generalFailure: string | null;
  sectors: readonly [Sector, ...Sector[]];
};
export type Plan = { id: number; name: string; technology: Technology; price: number };

type ZoneRow = { zone: string; routers: readonly RouterRow[] };
type RouterRow = [name: string, technology: Technology, firstSector: string, ...otherSectors: string[]];

const rows: readonly ZoneRow[] = [
  {
    zone: 'Zona Norte',
    routers: [
      ['RB-Norte', 'wireless', 'AP-5', 'AP-6', 'AP-7', 'AP-8'],
      ['CCR-Norte', 'fibre', 'NORTE-PON-1', 'NORTE-PON-2', 'NORTE-PON-3'],
    ],
  },
  {
    zone: 'Zona Sur',
    routers: [
      ['RB-Sur', 'wireless', 'AP-11', 'AP-12', 'AP-13', 'AP-14'],
      ['RB-Sur-2', 'wireless', 'AP-21', 'AP-22', 'AP-23'],
    ],
  },
  {
    zone: 'Zona Centro',
    routers: [
      ['CCR-Centro', 'fibre', 'CENTRO-PON-1', 'CENTRO-PON-2', 'CENTRO-PON-3', 'CENTRO-PON-4'],
      ['CCR-Centro-2', 'fibre', 'CENTRO-PON-5', 'CENTRO-PON-6', 'CENTRO-PON-7'],
    ],
  },
  {
    zone: 'Zona Oriente',
    routers: [['RB-Oriente', 'wireless', 'AP-31', 'AP-32', 'AP-33', 'AP-34']],
  },
  { zone: 'Vereda La Peña', routers: [['RB-La-Peña', 'wireless', 'AP-41', 'AP-42', 'AP-43']] },
  {
    zone: 'Setor São João',
    routers: [
      ['CCR-São-João', 'fibre', 'SJ-PON-1', 'SJ-PON-2', 'SJ-PON-3'],
      ['RB-São-João', 'wireless', 'AP-51', 'AP-52', 'AP-53'],
    ],
  },
  {
    zone: 'Corregimiento El Cañón',
    routers: [
      ['RB-El-Cañón', 'wireless', 'AP-61', 'AP-62', 'AP-63'],
      ['RB-Mirador', 'wireless', 'AP-71', 'AP-72', 'AP-73'],
    ],
  },
];

/** Zone and router ids overlap on purpose: they are different catalogues, and mixing them up has to show. */
const firstZoneId = 31;
const firstRouterId = 31;
const firstSectorId = 201;

function buildRouters(): Router[] {
  let routerId = firstRouterId;
  let sectorId = firstSectorId;
  const sector = (name: string): Sector => ({ id: sectorId++, name });
  return rows.flatMap(({ zone, routers: ofZone }, index) =>
    ofZone.map(([name, technology, first, ...others]) => ({
      id: routerId++,
      name,
      zone: { id: firstZoneId + index, name: zone },
      technology,
      generalFailure: null,
      sectors: [sector(first), ...others.map(sector)] as const,
    })),
  );
}

/** The routers of the generated provider; the failing one below belongs to the cast alone. */
export const routers: readonly Router[] = buildRouters();

const failingRouter: Router = {
  id: 99,
  name: 'RB-Troncal-Este',
  zone: { id: 34, name: 'Zona Oriente' },
  technology: 'wireless',
  generalFailure: 'Corte de fibra troncal en el km 12; cuadrilla en camino.',
  sectors: [{ id: 299, name: 'AP-99' }],
};

export const wirelessPlans: readonly [Plan, ...Plan[]] = [
  { id: 501, name: 'Plan Hogar 20M', technology: 'wireless', price: 45_000 },
  { id: 502, name: 'Plan Hogar 10M', technology: 'wireless', price: 35_000 },
  { id: 503, name: 'Plan Rural 8M', technology: 'wireless', price: 32_000 },
];

export const fibrePlans: readonly [Plan, ...Plan[]] = [
  { id: 511, name: 'Fibra 100M', technology: 'fibre', price: 60_000 },
  { id: 512, name: 'Fibra 200M', technology: 'fibre', price: 80_000 },
  { id: 513, name: 'Fibra Empresa 500M', technology: 'fibre', price: 190_000 },
];

/** Where a sector hangs; throws for a name that is not in the catalogue, which is a mistake in the cast. */
export function placeOf(sectorName: string): { router: Router; sector: Sector } {
  for (const router of [...routers, failingRouter]) {
    const sector = router.sectors.find(({ name }) => name === sectorName);
    if (sector) return { router, sector };
  }
  throw new Error(`No sector is called ${sectorName}.`);
}
