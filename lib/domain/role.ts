import { z } from 'zod';
import { AppError } from './app-error';

export const ROLES = ['technician', 'agent', 'supervisor', 'admin'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

export const SCOPES = ['ping:write', 'ping:read', 'services:read', 'history:read'] as const;
export const scopeSchema = z.enum(SCOPES);
export type Scope = z.infer<typeof scopeSchema>;

/** Who asks: a person who signed in, or a program with a token of its own. */
export type Actor =
  | {
      kind: 'user';
      id: string;
      name: string;
      email: string;
      role: Role;
      sessionId: string;
      /** True for somebody who may do nothing else until the second step that their role must have is set up. */
      mustEnrol?: true;
    }
  | { kind: 'token'; id: string; name: string; scopes: readonly Scope[] };

export type Person = Extract<Actor, { kind: 'user' }>;

type Rule = { roles: readonly Role[]; scopes: readonly Scope[] };

const EVERYONE = ROLES;
const DESK = ['agent', 'supervisor', 'admin'] as const;

/** The one table of who may do what. A token needs any one of the scopes named. */
export const PERMISSIONS = {
  'ping:launch': { roles: EVERYONE, scopes: ['ping:write'] },
  'ping:read': { roles: EVERYONE, scopes: ['ping:read'] },
  'ping:stop': { roles: EVERYONE, scopes: [] },
  'ping:mark': { roles: DESK, scopes: [] },
  'service:read': { roles: EVERYONE, scopes: ['services:read'] },
  'service:money': { roles: DESK, scopes: ['services:read'] },
  'service:refresh': { roles: EVERYONE, scopes: [] },
  'pings:of_service': { roles: EVERYONE, scopes: ['ping:read', 'history:read'] },
  'pings:own': { roles: EVERYONE, scopes: [] },
  'pings:all': { roles: ['supervisor', 'admin'], scopes: ['history:read'] },
  /** The history of this day, of everybody; whoever has `pings:all` sees all of it. */
  'history:read': { roles: DESK, scopes: ['history:read'] },
  'history:export': { roles: ['supervisor', 'admin'], scopes: ['history:read'] },
  'exports:own': { roles: ['supervisor', 'admin'], scopes: [] },
  'exports:of_others': { roles: ['admin'], scopes: [] },
  'directory:read': { roles: EVERYONE, scopes: [] },
  'directory:sync': { roles: ['admin'], scopes: [] },
  'directory:import': { roles: ['admin'], scopes: [] },
  'settings:read': { roles: EVERYONE, scopes: [] },
  'settings:write': { roles: ['admin'], scopes: [] },
  'line:mark': { roles: EVERYONE, scopes: [] },
  'note:read': { roles: EVERYONE, scopes: [] },
  'note:write': { roles: EVERYONE, scopes: [] },
  'note:delete': { roles: EVERYONE, scopes: [] },
  'note:delete_any': { roles: ['supervisor', 'admin'], scopes: [] },
  'neighbours:read': { roles: EVERYONE, scopes: [] },
  /** Everybody makes tokens of their own, which can do no more than they. */
  'tokens:own': { roles: EVERYONE, scopes: [] },
  'tokens:of_others': { roles: ['admin'], scopes: [] },
  'audit:read': { roles: ['admin'], scopes: [] },
  'upstream:read': { roles: EVERYONE, scopes: [] },
  /** How the whole installation stands. */
  'status:read': { roles: ['admin'], scopes: [] },
  /** What the API is documented with. */
  'document:read': { roles: EVERYONE, scopes: SCOPES },
  'user:manage': { roles: ['admin'], scopes: [] },
  'profile:own': { roles: EVERYONE, scopes: [] },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof PERMISSIONS;

/** The scopes that open nothing to a token which this role may not do itself. */
export const scopesOf = (role: Role): Scope[] =>
  SCOPES.filter((scope) =>
    Object.values(PERMISSIONS).every(
      (rule: Rule) => !rule.scopes.includes(scope) || rule.roles.includes(role),
    ),
  );

export function can(actor: Actor, action: Action): boolean {
  const rule: Rule = PERMISSIONS[action];
  if (actor.kind === 'user' && actor.mustEnrol && action !== 'profile:own') return false;
  if (actor.kind === 'user') return rule.roles.includes(actor.role);
  return rule.scopes.some((scope) => actor.scopes.includes(scope));
}

/** The first line of every operation. Throws AppError `forbidden` that names what is missing, or `second_step_required`. */
export function allow(actor: Actor, action: Action): void {
  if (can(actor, action)) return;
  if (actor.kind === 'user' && actor.mustEnrol) {
    throw new AppError('second_step_required', 'Set up your second step first: your role must have one.');
  }
  const rule: Rule = PERMISSIONS[action];
  const missing =
    actor.kind === 'user'
      ? `Your role (${actor.role}) does not include this.`
      : rule.scopes.length > 0
        ? `This token lacks the scope ${rule.scopes.join(' or ')}.`
        : 'API tokens cannot do this; a signed-in person can.';
  throw new AppError('forbidden', missing);
}
