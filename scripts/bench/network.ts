import { pickOf, type Random } from './random';

/** The nodes that services hang on. `index` is the place in its list. */
export type Zone = { index: number; id: number; name: string };
export type Router = { index: number; id: number; name: string; zone: Zone };
export type Sector = { index: number; id: number; name: string; router: Router };

export type Network = { zones: readonly Zone[]; routers: readonly Router[]; sectors: readonly Sector[] };

const ZONES = [
  ...['Zona Norte', 'Zona Sur', 'Zona Centro', 'Zona Oriente', 'Zona Occidente', 'Zona Alta', 'Zona Baja'],
  ...['Zona Industrial', 'Zona Rural', 'Zona Puerto', 'Zona Valle', 'Zona Sierra'],
];
const ROUTERS = 150;
const SECTORS = 2000;
/** The first zones are the greatest, as the town is greater than the country. */
const UNEVEN = 1.5;

const unevenly = <T>(list: readonly T[], random: Random): T =>
  pickOf(list.slice(Math.floor(random() ** UNEVEN * list.length)), () => 0);

/** Zones, routers in them and sectors on these, unevenly. */
export function inventNetwork(random: Random): Network {
  const zones = ZONES.map((name, index) => ({ index, id: index + 1, name }));
  const routers = Array.from({ length: ROUTERS }, (_, index) => {
    const zone = zones[index] ?? unevenly(zones, random);
    return { index, id: 100 + index, name: `Nodo ${zone.name.slice(5)} ${index + 1}`, zone };
  });
  const sectors = Array.from({ length: SECTORS }, (_, index) => {
    const router = routers[index] ?? pickOf(routers, random);
    // Every third one is fibre, which the name tells.
    return { index, id: 1000 + index, name: `${index % 3 === 0 ? 'OLT' : 'AP'}-${index + 1}`, router };
  });
  return { zones, routers, sectors };
}
