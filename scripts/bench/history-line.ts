import type { InventedService } from './invent-services';
import type { Random } from './random';

/** What of a service its pings are made of. */
export type HistoryLine = {
  serviceId: number;
  ip: string;
  isFibre: boolean;
  /** Places in the lists of the network. */
  zone: number;
  sector: number;
  /** What stands in `frozen`, as JSON. */
  frozen: string;
  /** How much worse than its zone this line is: 1 is as bad. */
  badness: number;
};

const named = (node: { id: number | null; name: string } | null) => node && { id: node.id, name: node.name };

export function historyLineOf({ record, sector }: InventedService, random: Random): HistoryLine {
  const { plan, zone, router, status, ip } = record;
  const nodes = { zone: named(zone), router: named(router), sector: named(record.sector), plan: named(plan) };
  return {
    serviceId: record.serviceId,
    ip: ip ?? '',
    isFibre: plan?.name.startsWith('Fibra') ?? false,
    zone: sector.router.zone.index,
    sector: sector.index,
    frozen: JSON.stringify({ ...nodes, status, ip }),
    // Most lines are better than their zone, and a few are much worse.
    badness: 0.5 + random() ** 6 * 3,
  };
}
