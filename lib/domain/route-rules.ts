import type { Action } from './role';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * `anyone` needs no credentials: the path answers nothing about anybody, or asks for a secret of its own in the body.
 * `machine` is for loopback and a token of the operator's monitoring.
 */
export type Door = Action | 'anyone' | 'machine';

export type RouteRule = { method: Method; path: string; door: Door };

const rule = (method: Method, path: string, door: Door): RouteRule => ({ method, path, door });

/** Every path of the API with every method that it serves, and who may come in. */
export const ROUTE_RULES: readonly RouteRule[] = [
  rule('GET', '/api/[...path]', 'anyone'),
  rule('GET', '/api/auth/[...nextauth]', 'anyone'),
  rule('POST', '/api/auth/[...nextauth]', 'anyone'),
  rule('GET', '/api/health/live', 'anyone'),
  rule('GET', '/api/health/ready', 'anyone'),
  rule('GET', '/api/metrics', 'machine'),
  rule('POST', '/api/v1/setup', 'anyone'),
  rule('POST', '/api/v1/account-link/open', 'anyone'),
  rule('POST', '/api/v1/account-link/use', 'anyone'),

  rule('POST', '/api/v1/[serviceId]/ping', 'ping:launch'),
  rule('GET', '/api/v1/ping/[taskId]', 'ping:read'),
  rule('GET', '/api/v1/changes', 'ping:read'),
  rule('PATCH', '/api/v1/pings/[taskId]', 'ping:mark'),
  rule('POST', '/api/v1/pings/[taskId]/stop', 'ping:stop'),
  rule('GET', '/api/v1/pings/[taskId]/place', 'pings:of_service'),
  rule('GET', '/api/v1/pings?service_id', 'pings:of_service'),
  rule('GET', '/api/v1/pings?mine', 'pings:own'),
  rule('GET', '/api/v1/pings', 'pings:all'),

  rule('GET', '/api/v1/services', 'service:read'),
  rule('GET', '/api/v1/services/filters', 'service:read'),
  rule('GET', '/api/v1/services/[serviceId]', 'service:read'),
  rule('POST', '/api/v1/services/[serviceId]/refresh', 'service:refresh'),
  rule('GET', '/api/v1/services/[serviceId]/line', 'pings:of_service'),
  rule('PUT', '/api/v1/services/[serviceId]/line', 'line:mark'),
  rule('GET', '/api/v1/services/[serviceId]/neighbours', 'neighbours:read'),
  rule('GET', '/api/v1/services/[serviceId]/notes', 'note:read'),
  rule('POST', '/api/v1/services/[serviceId]/notes', 'note:write'),
  rule('DELETE', '/api/v1/services/[serviceId]/notes/[noteId]', 'note:delete'),

  rule('GET', '/api/v1/history', 'history:read'),
  rule('GET', '/api/v1/history/summary', 'history:read'),
  rule('GET', '/api/v1/history/choices', 'history:read'),
  rule('GET', '/api/v1/history/export', 'history:export'),
  rule('GET', '/api/v1/exports', 'exports:own'),
  rule('POST', '/api/v1/exports', 'exports:own'),
  rule('GET', '/api/v1/exports/[exportId]/file', 'exports:own'),

  rule('GET', '/api/v1/directory', 'directory:read'),
  rule('POST', '/api/v1/directory/sync', 'directory:sync'),
  rule('GET', '/api/v1/directory/template', 'directory:import'),
  rule('GET', '/api/v1/directory/imports', 'directory:import'),
  rule('POST', '/api/v1/directory/imports', 'directory:import'),
  rule('GET', '/api/v1/directory/imports/[importId]', 'directory:import'),
  rule('DELETE', '/api/v1/directory/imports/[importId]', 'directory:import'),
  rule('GET', '/api/v1/directory/imports/[importId]/rejected', 'directory:import'),
  rule('POST', '/api/v1/directory/imports/[importId]/take-over', 'directory:import'),

  rule('GET', '/api/v1/profile', 'profile:own'),
  rule('PATCH', '/api/v1/profile', 'profile:own'),
  rule('POST', '/api/v1/profile/password', 'profile:own'),
  rule('GET', '/api/v1/profile/second-step', 'profile:own'),
  rule('POST', '/api/v1/profile/second-step', 'profile:own'),
  rule('POST', '/api/v1/profile/second-step/confirm', 'profile:own'),
  rule('POST', '/api/v1/profile/second-step/turn-off', 'profile:own'),
  rule('POST', '/api/v1/profile/second-step/recovery-codes', 'profile:own'),
  rule('GET', '/api/v1/profile/sessions', 'profile:own'),
  rule('DELETE', '/api/v1/profile/sessions', 'profile:own'),
  rule('DELETE', '/api/v1/profile/sessions/[sessionId]', 'profile:own'),

  rule('GET', '/api/v1/tokens', 'tokens:own'),
  rule('POST', '/api/v1/tokens', 'tokens:own'),
  rule('DELETE', '/api/v1/tokens/[tokenId]', 'tokens:own'),

  rule('GET', '/api/v1/users', 'user:manage'),
  rule('POST', '/api/v1/users', 'user:manage'),
  rule('PATCH', '/api/v1/users/[userId]', 'user:manage'),
  rule('POST', '/api/v1/users/[userId]/link', 'user:manage'),
  rule('DELETE', '/api/v1/users/[userId]/sessions', 'user:manage'),
  rule('DELETE', '/api/v1/users/[userId]/second-step', 'user:manage'),

  rule('GET', '/api/v1/audit', 'audit:read'),
  rule('GET', '/api/v1/audit/choices', 'audit:read'),
  rule('GET', '/api/v1/audit/export', 'audit:read'),

  rule('GET', '/api/v1/openapi.json', 'document:read'),
  rule('GET', '/api/v1/settings', 'settings:read'),
  rule('PUT', '/api/v1/settings', 'settings:write'),
  rule('GET', '/api/v1/status', 'status:read'),
  rule('GET', '/api/v1/upstream', 'upstream:read'),
];

/**
 * `person` is anybody who has signed in; `nobody_yet` is there only while there is no account; behind `nobody` there is
 * nothing, and whoever comes is told so.
 */
export type PageDoor = Action | 'person' | 'anyone' | 'nobody_yet' | 'nobody';

/** Every page, and who may see it. */
export const PAGE_RULES: readonly { path: string; door: PageDoor }[] = [
  { path: '/', door: 'person' },
  { path: '/services/[serviceId]', door: 'person' },
  { path: '/pings/[taskId]', door: 'person' },
  { path: '/history', door: 'history:read' },
  { path: '/directory', door: 'directory:sync' },
  { path: '/settings', door: 'settings:write' },
  { path: '/profile', door: 'person' },
  { path: '/api-docs', door: 'person' },
  { path: '/users', door: 'user:manage' },
  { path: '/tokens', door: 'tokens:own' },
  { path: '/audit', door: 'audit:read' },
  { path: '/status', door: 'status:read' },
  { path: '/second-step', door: 'person' },
  { path: '/sign-in', door: 'anyone' },
  { path: '/setup', door: 'nobody_yet' },
  { path: '/welcome', door: 'anyone' },
  { path: '/gallery', door: 'anyone' },
  { path: '/[...path]', door: 'nobody' },
];
