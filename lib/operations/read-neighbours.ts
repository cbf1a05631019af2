import { NEIGHBOUR_SCOPES, selectNeighbours, type Neighbour, type NeighbourScope } from '@/lib/db/neighbours';
import { getService } from '@/lib/db/services';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';

const WINDOW_MINUTES = 60;

export type Neighbours = {
  windowMinutes: number;
  /** The narrowest node of this service with a test in the window; null when there is none. */
  scope: NeighbourScope | null;
  nodeName: string | null;
  neighbours: Neighbour[];
};

/** How the neighbours of a service fare, from tests that the desk made anyway: no probe is sent. */
export async function readNeighbours(
  ctx: Context,
  { serviceId }: { serviceId: number },
): Promise<Neighbours> {
  allow(ctx.actor, 'neighbours:read');
  const service = await getService(ctx.db, serviceId);
  const since = new Date(ctx.now().getTime() - WINDOW_MINUTES * 60_000);
  for (const scope of NEIGHBOUR_SCOPES) {
    const node = service?.[scope];
    if (!node || node.id === null) continue;
    const neighbours = await selectNeighbours(ctx.db, {
      scope,
      id: node.id,
      exceptServiceId: serviceId,
      since,
    });
    if (neighbours.length > 0)
      return { windowMinutes: WINDOW_MINUTES, scope, nodeName: node.name, neighbours };
  }
  return { windowMinutes: WINDOW_MINUTES, scope: null, nodeName: null, neighbours: [] };
}
