import { cast, castIdOf, unknownServiceId } from './cast';
import { isp } from './isp';
import { personNameOf } from './person-name';
import { between } from './random';
import { macOf, type SimulatedService } from './simulated-service';

/** Everybody in the plain customer list, by id. */
export const listedServices: readonly SimulatedService[] = [...cast, ...isp].sort((a, b) => a.id - b.id);

const byId = new Map(listedServices.map((service) => [service.id, service]));

/** A listed service, or the double of a cast member for a longer id; null when WispHub does not know it. */
export function findService(id: number): SimulatedService | null {
  const listed = byId.get(id);
  if (listed) return listed;
  const castId = castIdOf(id);
  const original = castId === null || castId === unknownServiceId ? undefined : byId.get(castId);
  return original ? doubleOf(original, id) : null;
}

/**
 * Lets each test have a service of its own that behaves like a cast member. What makes the member special is
 * kept: an empty IP stays empty, and the doubles with the same prefix share an IP or a name as the pairs do.
 */
function doubleOf(original: SimulatedService, id: number): SimulatedService {
  const prefix = String(id).slice(0, -String(original.id).length);
  const ipKey = original.id === 1019 || original.id === 1020 ? `${prefix}-pair` : id;
  const nameKey = original.id === 1021 || original.id === 1022 ? `${prefix}-homonym` : id;
  const octet = (place: string) => between(1, 250, ipKey, place);
  return {
    ...original,
    id,
    fullName: personNameOf(nameKey),
    document: `99000${id}`,
    phones: [`30000${id}`],
    address: `${original.address}, int. ${prefix}`,
    ip: original.ip === '' ? '' : `10.${between(100, 199, ipKey, 'b')}.${octet('c')}.${octet('d')}`,
    mac: macOf(id),
  };
}
