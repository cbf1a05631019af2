import type { Plan, Router, Sector, Technology } from './catalogue';
import type { Role } from './role';

export type AccountState = 'Activo' | 'Suspendido' | 'Cancelado' | 'Gratis';

/** One customer's service as the simulator knows it; `customer-record.ts` turns it into upstream's words. */
export type SimulatedService = {
  id: number;
  fullName: string;
  document: string;
  phones: readonly string[];
  address: string;
  locality: string;
  city: string;
  /** Empty when the record has none. */
  ip: string;
  mac: string;
  accountState: AccountState;
  /** Positive is debt. */
  balance: number;
  plan: Plan;
  router: Router;
  sector: Sector | null;
  role: Role;
  /** Between which round-trip times, in microseconds, this line normally answers. */
  normalRttUs: readonly [number, number];
};

/** A line's own normal: a narrow band inside what its technology allows. */
export function normalRttOf(technology: Technology, position: number): readonly [number, number] {
  const [lowUs, highUs] = technology === 'fibre' ? [2_000, 9_000] : [8_000, 45_000];
  const widthUs = (highUs - lowUs) * 0.2;
  const startUs = Math.round(lowUs + (highUs - lowUs - widthUs) * position);
  return [startUs, Math.round(startUs + widthUs)];
}

/** The MAC of an id, in the locally administered range, so that it is nobody's device. */
export function macOf(id: number): string {
  const digits = id.toString(16).padStart(10, '0').slice(-10).toUpperCase();
  return ['02', ...(digits.match(/../g) ?? [])].join(':');
}
