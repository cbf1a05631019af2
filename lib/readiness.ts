import { database, gateway, health, inFlight } from './compose';
import { isDatabaseReady } from './db/is-ready';

/** Whether this instance should get requests, and what it knows of WispHub, whose outage never makes it unready. */
export async function readiness() {
  const draining = inFlight().isDraining();
  const up = !draining && (await isDatabaseReady(database()));
  const upstream = { paused: gateway().isPaused(), last_fault: health().read().lastFault };
  return { status: up ? 'ready' : 'not_ready', draining, database: up, upstream };
}
