import { fibrePlans, placeOf, wirelessPlans } from './catalogue';
import type { Role } from './role';
import { macOf, normalRttOf, type SimulatedService } from './simulated-service';

/** A service of this id is unknown to WispHub: no record, and a ping of it is refused. */
export const unknownServiceId = 9999;

/** The members that have a record. Neighbours matter, so several share a sector. */
export const cast: readonly SimulatedService[] = [
  member(1001, 'Andrés Felipe Ríos', 'stable', 'AP-7', 'Cl 12 # 4-55, Centro', { normalRttUs: [700, 1_900] }),
  member(1002, 'Begoña Ibáñez Soto', 'half_loss', 'AP-7', 'Cra 5 # 11-08, Centro'),
  member(1003, 'Ramón Castaño Díaz', 'silent', 'AP-7', 'Cra 5 # 11-20, Centro'),
  member(1004, 'Lucía Ordóñez Marín', 'never_finishes', 'AP-8', 'Cl 14 # 6-02, El Prado'),
  member(1005, 'Germán Acuña Niño', 'router_error', 'AP-8', 'Cl 14 # 6-18, El Prado'),
  member(1006, 'Sofía Londoño Mejía', 'slow_task', 'AP-8', 'Cl 14 # 7-40, El Prado'),
  member(1007, 'Óscar Quiñones Vega', 'host_unreachable', 'AP-11', 'Vía al Río, km 2'),
  member(1008, 'Nubia Zúñiga Pardo', 'mac', 'AP-11', 'Vía al Río, km 3'),
  member(1009, 'Tomás Bolaños Cruz', 'server_error_first', 'AP-11', 'Vía al Río, km 3,5'),
  member(1010, 'Inés Gutiérrez Lora', 'html_first', 'AP-11', 'Vía al Río, km 4'),
  member(1011, 'Fabián Muñoz Rey', 'silent', 'AP-11', 'Vía al Río, km 5', {
    accountState: 'Suspendido',
    balance: 90_000,
  }),
  member(1012, 'Rocío Patiño Gil', 'stall_every_other_launch', 'AP-12', 'Cl 3 # 20-11, La Loma'),
  member(1013, 'Héctor Estupiñán Ruiz', 'stable', 'AP-99', 'Finca El Ñandú'),
  member(1014, 'Mónica Suárez Peña', 'rate_limited_first', 'AP-12', 'Cl 3 # 20-35, La Loma'),
  member(1015, 'Álvaro Cárdenas Mora', 'early_loss_once', 'CENTRO-PON-2', 'Av. Bolívar 101, ap. 302'),
  member(1016, 'Yamile Rincón Cañas', 'jittery', 'AP-12', 'Cl 3 # 21-07, La Loma'),
  member(1017, 'Efraín Chacón Ávila', 'silent', 'AP-7', 'Cra 5 # 12-44, Centro'),
  member(1018, 'Noelia Holguín Paz', 'router_error', 'CENTRO-PON-2', 'Av. Bolívar 101, ap. 305', { ip: '' }),
  member(1019, 'Julián Güiza Ocampo', 'stable', 'CENTRO-PON-2', 'Av. Bolívar 103, local 1', {
    ip: '10.20.30.119',
  }),
  member(1020, 'Catalina Núñez Rojas', 'stable', 'CENTRO-PON-2', 'Av. Bolívar 103, local 2', {
    ip: '10.20.30.119',
  }),
  member(1021, 'María José Pérez Muñoz', 'stable', 'AP-8', 'Cl 15 # 6-70, El Prado'),
  member(1022, 'María José Pérez Muñoz', 'stable', 'AP-41', 'Vereda La Peña, casa 9', {
    accountState: 'Suspendido',
    balance: 45_000,
  }),
  member(12345, 'Johana Vargas Peña', 'stable', 'AP-7', 'Cl 12 # 4-31, Centro', {
    ip: '10.20.30.40',
    normalRttUs: [9_000, 14_000],
  }),
];

const castIds: readonly number[] = [...cast.map(({ id }) => id), unknownServiceId];

/** Which cast id this id stands for: itself, or the one a longer id ends in; null when there is none. */
export function castIdOf(id: number): number | null {
  return castIds.find((castId) => String(id).endsWith(String(castId))) ?? null;
}

function member(
  id: number,
  fullName: string,
  role: Role,
  sectorName: string,
  address: string,
  traits: Partial<SimulatedService> = {},
): SimulatedService {
  const { router, sector } = placeOf(sectorName);
  const number = String(id).padStart(5, '0');
  return {
    id,
    fullName,
    document: `99000${number}`,
    phones: id % 3 === 0 ? [`30000${number}`, `60000${number}`] : [`30000${number}`],
    address,
    locality: router.zone.name,
    city: 'Villa Ejemplo',
    ip: `10.20.30.${id - 900}`,
    mac: macOf(id),
    accountState: 'Activo',
    balance: 0,
    plan: router.technology === 'fibre' ? fibrePlans[0] : wirelessPlans[0],
    router,
    sector,
    role,
    normalRttUs: normalRttOf(router.technology, (id % 10) / 10),
    ...traits,
  };
}
