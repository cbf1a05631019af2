import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { defaultHistoryFilter } from '@/lib/domain/history-filter';
import { defaultSettings } from '@/lib/domain/settings';
import type { RouteRule } from '@/lib/domain/route-rules';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

function foldersWith(file: string): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => path.basename(name) === file)
    .map((name) => path.dirname(name));
}

const addressOf = (folder: string) =>
  `/${folder
    .split(path.sep)
    .filter((part) => part !== '.' && !part.startsWith('('))
    .join('/')}`;

/** The methods that a route serves, as its source says: the others answer 405. */
function methodsOf(folder: string): string[] {
  const source = readFileSync(path.join('app', folder, 'route.ts'), 'utf8');
  if (!source.includes('methods({'))
    return METHODS.filter((method) => new RegExp(`\\b${method}\\b`).test(source));
  return METHODS.filter((method) => new RegExp(`^  ${method}: `, 'm').test(source));
}

/** `GET /api/v1/pings` for every route on the disk. */
export const routesOnDisk = (): string[] =>
  foldersWith('route.ts').flatMap((folder) =>
    methodsOf(folder).map((method) => `${method} ${addressOf(folder)}`),
  );

export const pagesOnDisk = (): string[] => foldersWith('page.tsx').map(addressOf);

/** The addresses that the build serves, in the same form; null where nothing was built. */
export function addressesOfBuild(): string[] | null {
  const file = '.next/server/app-paths-manifest.json';
  if (!existsSync(file)) return null;
  const manifest = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.keys(manifest).map((name) => addressOf(path.dirname(name).replace(/^\//, '') || '.'));
}

const UUID = '00000000-0000-4000-8000-00000000dead';

/** Ids that nobody has: whoever may come in changes nothing. */
const PARAMETERS: Record<string, string> = {
  '[serviceId]': '9999',
  '[noteId]': '2147483000',
  '[nextauth]': 'csrf',
  '[...nextauth]': 'csrf',
  '[...path]': 'v1/nowhere',
};

const SAMPLES: Record<string, { query?: string; type?: string; body: unknown }> = {
  'GET /api/v1/pings?service_id': { query: '?service_id=9999', body: null },
  'GET /api/v1/changes': { query: '?seen=00000000-0000-4000-8000-00000000dead', body: null },
  'GET /api/v1/pings?mine': { query: '?mine=1', body: null },
  'POST /api/v1/[serviceId]/ping': { body: { pings: 4 } },
  'PATCH /api/v1/pings/[taskId]': { body: { wrong_customer: true } },
  'PUT /api/v1/services/[serviceId]/line': { body: { quiet: false } },
  'POST /api/v1/services/[serviceId]/notes': { body: { text: 'A note of the matrix' } },
  'GET /api/v1/history/export': { query: '?q=nobody-is-called-so', body: null },
  'POST /api/v1/exports': { body: { format: 'csv', filter: defaultHistoryFilter } },
  'POST /api/v1/directory/imports': { query: '?name=x.csv', type: 'text/csv', body: 'nothing' },
  'PATCH /api/v1/profile': { body: { theme: 'dark' } },
  'POST /api/v1/profile/password': { body: { present: 'not my password', next: 'another long password 1' } },
  'POST /api/v1/profile/second-step/confirm': { body: { code: '000000' } },
  'POST /api/v1/profile/second-step/turn-off': { body: { proof: 'not my password' } },
  'POST /api/v1/profile/second-step/recovery-codes': { body: { proof: 'not my password' } },
  'POST /api/v1/tokens': { body: { name: 'of the matrix', scopes: ['ping:read'], days: 1 } },
  'POST /api/v1/users': { body: { name: 'Nobody', email: 'nobody@example.com', role: 'technician' } },
  'PATCH /api/v1/users/[userId]': { body: { name: 'Nobody' } },
  'PUT /api/v1/settings': { body: defaultSettings },
  'POST /api/v1/setup': {
    body: { token: 'x'.repeat(43), name: 'No', email: 'no@example.com', password: 'a long password here' },
  },
  'POST /api/v1/account-link/open': { body: { token: 'x'.repeat(43) } },
  'POST /api/v1/account-link/use': { body: { token: 'x'.repeat(43), password: 'a long password here' } },
  'POST /api/auth/[...nextauth]': { type: 'application/x-www-form-urlencoded', body: '' },
};

export type Asked = { method: string; path: string; headers: Record<string, string>; data?: string };

export const withoutQuery = (address: string) => address.split('?')[0] ?? address;

export const filled = (address: string) =>
  withoutQuery(address).replace(/\[[^\]]+\]/g, (name) => PARAMETERS[name] ?? UUID);

/** A request of this rule that is well formed, so that only the door can refuse it. */
export function requestOf({ method, path: address }: RouteRule): Asked {
  const sample = SAMPLES[`${method} ${address}`];
  const target = `${filled(address)}/${sample?.query ?? ''}`;
  if (method === 'GET') return { method, path: target, headers: {} };
  const body = sample?.body ?? {};
  const data = typeof body === 'string' ? body : JSON.stringify(body);
  return { method, path: target, headers: { 'content-type': sample?.type ?? 'application/json' }, data };
}
