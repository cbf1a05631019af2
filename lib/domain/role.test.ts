import { describe, expect, it } from 'vitest';
import { AppError } from './app-error';
import {
  allow,
  can,
  PERMISSIONS,
  ROLES,
  scopesOf,
  SCOPES,
  type Action,
  type Actor,
  type Role,
  type Scope,
} from './role';

const person = (role: Role): Actor => ({
  kind: 'user',
  id: 'u',
  name: 'Ana',
  email: 'ana@example.com',
  role,
  sessionId: 's',
});
const program = (...scopes: Scope[]): Actor => ({ kind: 'token', id: 't', name: 'bot', scopes });

const everyone = 'technician agent supervisor admin';
const desk = 'agent supervisor admin';
const table: Record<Action, { roles: string; scopes: string }> = {
  'ping:launch': { roles: everyone, scopes: 'ping:write' },
  'ping:read': { roles: everyone, scopes: 'ping:read' },
  'ping:stop': { roles: everyone, scopes: '' },
  'ping:mark': { roles: desk, scopes: '' },
  'service:read': { roles: everyone, scopes: 'services:read' },
  'service:money': { roles: desk, scopes: 'services:read' },
  'service:refresh': { roles: everyone, scopes: '' },
  'pings:of_service': { roles: everyone, scopes: 'ping:read history:read' },
  'pings:own': { roles: everyone, scopes: '' },
  'pings:all': { roles: 'supervisor admin', scopes: 'history:read' },
  'history:read': { roles: desk, scopes: 'history:read' },
  'history:export': { roles: 'supervisor admin', scopes: 'history:read' },
  'exports:own': { roles: 'supervisor admin', scopes: '' },
  'exports:of_others': { roles: 'admin', scopes: '' },
  'directory:read': { roles: everyone, scopes: '' },
  'directory:sync': { roles: 'admin', scopes: '' },
  'directory:import': { roles: 'admin', scopes: '' },
  'settings:read': { roles: everyone, scopes: '' },
  'settings:write': { roles: 'admin', scopes: '' },
  'line:mark': { roles: everyone, scopes: '' },
  'note:read': { roles: everyone, scopes: '' },
  'note:write': { roles: everyone, scopes: '' },
  'note:delete': { roles: everyone, scopes: '' },
  'note:delete_any': { roles: 'supervisor admin', scopes: '' },
  'neighbours:read': { roles: everyone, scopes: '' },
  'tokens:own': { roles: everyone, scopes: '' },
  'tokens:of_others': { roles: 'admin', scopes: '' },
  'audit:read': { roles: 'admin', scopes: '' },
  'upstream:read': { roles: everyone, scopes: '' },
  'status:read': { roles: 'admin', scopes: '' },
  'document:read': { roles: everyone, scopes: 'ping:write ping:read services:read history:read' },
  'user:manage': { roles: 'admin', scopes: '' },
  'profile:own': { roles: everyone, scopes: '' },
};
const actions = Object.entries(table).map(([action, rule]) => [action, rule] as [Action, typeof rule]);
const among = (words: string, word: string) => words.split(' ').includes(word);

describe('who may do what', () => {
  it('every action of the product has its row here', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(PERMISSIONS).sort());
  });

  it.each(actions)('%s: exactly the roles of the table', (action, { roles }) => {
    for (const role of ROLES) expect([role, can(person(role), action)]).toEqual([role, among(roles, role)]);
  });

  it.each(actions)('%s: exactly the token scopes of the table', (action, { scopes }) => {
    for (const scope of SCOPES)
      expect([scope, can(program(scope), action)]).toEqual([scope, among(scopes, scope)]);
  });

  it('a token without a scope may do nothing', () => {
    for (const [action] of actions) expect(can(program(), action)).toBe(false);
  });

  it('a technician sees no debt and no document, and launches pings', () => {
    expect(can(person('technician'), 'service:money')).toBe(false);
    expect(can(person('technician'), 'ping:launch')).toBe(true);
  });
});

describe('the scopes of a role', () => {
  it('open nothing to a token that the role itself may not do', () => {
    for (const role of ROLES) {
      for (const [action] of actions) {
        const withScopes = can(program(...scopesOf(role)), action);
        if (withScopes) expect([role, action, can(person(role), action)]).toEqual([role, action, true]);
      }
    }
  });

  it('are all for an administrator, and those of the pings for a technician', () => {
    expect(scopesOf('admin')).toEqual(SCOPES);
    expect(scopesOf('supervisor')).toEqual(SCOPES);
    expect(scopesOf('agent')).toEqual(['ping:write', 'ping:read', 'services:read']);
    expect(scopesOf('technician')).toEqual(['ping:write', 'ping:read']);
  });
});

describe('a refusal', () => {
  const refusal = (actor: Actor, action: Action) => {
    try {
      allow(actor, action);
    } catch (error) {
      if (error instanceof AppError) return error;
    }
    throw new Error('it was allowed');
  };

  it('is "forbidden" and names the role or the scope that is missing', () => {
    expect(refusal(person('technician'), 'service:money')).toMatchObject({
      code: 'forbidden',
      message: 'Your role (technician) does not include this.',
    });
    expect(refusal(program('ping:write'), 'ping:read').message).toBe('This token lacks the scope ping:read.');
    expect(refusal(program(), 'pings:of_service').message).toBe(
      'This token lacks the scope ping:read or history:read.',
    );
    expect(refusal(program(...SCOPES), 'directory:sync').message).toBe(
      'API tokens cannot do this; a signed-in person can.',
    );
  });

  it('whoever may is let through', () => {
    expect(() => allow(person('admin'), 'directory:sync')).not.toThrow();
    expect(() => allow(program('ping:write'), 'ping:launch')).not.toThrow();
  });
});
