import { log } from './log';
import { REQUEST_HEADER } from './request-scope';

type Told = { path: string; method: string; headers: NodeJS.Dict<string | string[]> };

/** The number that an error screen shows; the browser is told nothing else of an error. */
const digestOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined;

/** Ties the number on an error screen to the request, and to what went wrong. */
export function logPageError(error: unknown, { headers }: Told, route: string): void {
  const fields = { request_id: headers[REQUEST_HEADER], digest: digestOf(error), route, err: error };
  log().error(fields, 'a page could not be made');
}
