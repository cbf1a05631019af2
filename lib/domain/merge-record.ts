import { fold } from './fold';
import type { Service } from './service';
import type { FileRecord } from './service-file-row';

const NOTHING_KNOWN: Omit<Service, 'serviceId'> = {
  username: null,
  name: null,
  document: null,
  phones: [],
  address: null,
  locality: null,
  city: null,
  ip: null,
  mac: null,
  status: null,
  billingStatus: null,
  balance: null,
  cutDate: null,
  changedAt: null,
  plan: null,
  zone: null,
  router: null,
  sector: null,
  technician: null,
  lanInterface: null,
};

/** A file knows a node by its name alone: where that is the name we know, its id and its mark of a failure stay. */
const sameNode = <Node extends { name: string }>(known: Node | null, given: Node | null): Node | null =>
  known !== null && given !== null && fold(known.name) === fold(given.name) ? known : given;

/** What a file says of a service on top of what is known of it. What the file has no column for stays as it is. */
export function mergeRecord(known: Service | null, record: FileRecord): Service {
  const before = { ...NOTHING_KNOWN, ...known };
  const after = { ...before, ...record };
  return {
    ...after,
    plan: sameNode(before.plan, after.plan),
    zone: sameNode(before.zone, after.zone),
    router: sameNode(before.router, after.router),
    sector: sameNode(before.sector, after.sector),
    technician: sameNode(before.technician, after.technician),
  };
}
