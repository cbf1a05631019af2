import { fibrePlans, routers, wirelessPlans, type Router } from './catalogue';
import { personNameOf } from './person-name';
import { between, fractionOf, pick } from './random';
import type { Role } from './role';
import { macOf, normalRttOf, type AccountState, type SimulatedService } from './simulated-service';

const seed = 'pulso-isp-1';
const size = 2_000;
const firstId = 20_000;
/** Multiples of 25 never end in a cast id, so a generated service cannot be mistaken for the cast. */
const idStep = 25;

const streets = ['Cl', 'Cra', 'Av.', 'Dg', 'Rua', 'Mz'] as const;
const quarters = [
  'Centro',
  'El Prado',
  'La Loma',
  'San José',
  'Villa Nueva',
  'Jardim Ipê',
  'Las Peñas',
] as const;
const [firstRouter, ...otherRouters] = routers;

/** The generated provider: the same 2,000 services on every machine and run, ordered by id. */
export const isp: readonly SimulatedService[] = Array.from({ length: size }, (_, index) => generated(index));

function generated(index: number): SimulatedService {
  const id = firstId + index * idStep;
  const router = routerOf(id);
  const plans = router.technology === 'fibre' ? fibrePlans : wirelessPlans;
  const plan = pick(plans, seed, id, 'plan');
  const accountState = accountStateOf(id);
  const address = `${pick(streets, id, 'street')} ${between(1, 98, id, 'street')} # ${between(1, 60, id, 'door')}`;
  return {
    id,
    fullName: index % 200 === 42 ? 'José Núñez' : personNameOf(`${seed}-${id}`),
    document: `99000${id}`,
    phones: phonesOf(id),
    address: `${address}, ${pick(quarters, id, 'quarter')}`,
    locality: router.zone.name,
    city: 'Villa Ejemplo',
    ip: ipOf(index),
    mac: macOf(id),
    accountState,
    balance: balanceOf(id, accountState, plan.price),
    plan,
    router,
    sector: fractionOf(seed, id, 'no sector') < 0.04 ? null : pick(router.sectors, seed, id, 'sector'),
    role: roleOf(id, accountState),
    normalRttUs: normalRttOf(router.technology, fractionOf(seed, id, 'rtt')),
  };
}

function routerOf(id: number): Router {
  if (!firstRouter) throw new Error('The catalogue has no routers.');
  return pick([firstRouter, ...otherRouters], seed, id, 'router');
}

function accountStateOf(id: number): AccountState {
  const share = fractionOf(seed, id, 'account');
  if (share < 0.86) return 'Activo';
  if (share < 0.95) return 'Suspendido';
  return share < 0.99 ? 'Cancelado' : 'Gratis';
}

/** A suspended line is switched off in the router and a cancelled one is unplugged: neither answers. */
function roleOf(id: number, accountState: AccountState): Role {
  if (accountState === 'Suspendido' || accountState === 'Cancelado') return 'silent';
  const share = fractionOf(seed, id, 'role');
  if (share < 0.06) return 'some_loss';
  if (share < 0.11) return 'silent';
  return share < 0.12 ? 'router_error' : 'stable';
}

function balanceOf(id: number, accountState: AccountState, price: number): number {
  if (accountState === 'Suspendido') return price * between(1, 4, id, 'debt');
  const share = fractionOf(seed, id, 'balance');
  if (accountState === 'Activo' && share < 0.07) return price;
  return accountState === 'Activo' && share > 0.98 ? -5_000 : 0;
}

function phonesOf(id: number): string[] {
  const numbers = [`30000${id}`, `60000${id}`, `31000${id}`];
  const share = fractionOf(seed, id, 'phones');
  if (share < 0.03) return [];
  return numbers.slice(0, share < 0.7 ? 1 : share < 0.94 ? 2 : 3);
}

/** CGNAT, the private ranges, and one in twenty from a public range reserved for documentation. */
function ipOf(index: number): string {
  const host = `${Math.floor(index / 250)}.${1 + (index % 250)}`;
  if (index % 20 === 7) return `198.51.100.${1 + Math.floor(index / 20)}`;
  const share = fractionOf(seed, index, 'ip');
  if (share < 0.5) return `100.64.${host}`;
  if (share < 0.85) return `10.40.${host}`;
  return share < 0.93 ? `172.20.${host}` : `192.168.${host}`;
}
