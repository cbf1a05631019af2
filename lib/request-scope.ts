import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { once } from './once';

/** Written on every request by scripts/guard-requests.mjs, which strikes out what a client wrote there. */
export const REQUEST_HEADER = 'x-pulso-request';

/** For which request, or which ping, something is done: every line of the log that comes of it says so. */
export type Scope = { request_id: string } | { ping: string };

const scopes = once('scopes', () => new AsyncLocalStorage<Scope>());

export const within = <T>(scope: Scope, work: () => T): T => scopes().run(scope, work);

/** The fields that a line of the log gets by itself. */
export const scopeFields = (): Scope | Record<string, never> => scopes().getStore() ?? {};

/** The number that the guard at the socket gave to a request; a new one where there is no guard, as in a test. */
export function requestIdOf({ headers }: Request): string {
  const scope = scopes().getStore();
  const ofScope = scope !== undefined && 'request_id' in scope ? scope.request_id : null;
  return headers.get(REQUEST_HEADER) ?? ofScope ?? randomUUID();
}
