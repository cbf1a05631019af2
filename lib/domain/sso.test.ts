import { describe, expect, it } from 'vitest';
import {
  isAllowedDomain,
  nameOfClaims,
  roleOfClaims,
  ssoClaimsSchema,
  verifiedEmail,
  type SsoRules,
} from './sso';

const rules: SsoRules = {
  roleClaim: 'groups',
  roleMap: new Map([
    ['noc', 'supervisor'],
    ['helpdesk', 'agent'],
    ['field', 'technician'],
  ]),
  allowedDomains: ['example.com'],
};
const claims = (more: Record<string, unknown>) =>
  ssoClaimsSchema.parse({ iss: 'https://id.example.com', sub: '1', ...more });

describe('the role', () => {
  it.each([
    [['helpdesk'], 'agent'],
    ['noc', 'supervisor'],
    [['field', 'noc', 'helpdesk'], 'supervisor'],
    [['nobody', 'field'], 'technician'],
    [['NOC'], null],
    [[], null],
    [undefined, null],
    [[{ name: 'noc' }, 5, null], null],
    [{ noc: true }, null],
  ])('of the groups %j is %s', (groups, role) => {
    expect(roleOfClaims(claims({ groups }), rules)).toBe(role);
  });

  it('is read from the claim that was configured', () => {
    const read = roleOfClaims(claims({ roles: ['noc'], groups: ['field'] }), {
      ...rules,
      roleClaim: 'roles',
    });
    expect(read).toBe('supervisor');
  });
});

describe('the email', () => {
  it.each([
    [{ email: 'Ana@Example.com', email_verified: true }, 'ana@example.com'],
    [{ email: 'ana@example.com', email_verified: 'true' }, 'ana@example.com'],
    [{ email: 'ana@example.com', email_verified: 'false' }, null],
    [{ email: 'ana@example.com', email_verified: false }, null],
    [{ email: 'ana@example.com', email_verified: 1 }, null],
    [{ email: 'ana@example.com' }, null],
    [{ email: 'not an address', email_verified: true }, null],
    [{ email_verified: true }, null],
  ])('of %j counts as %s', (said, email) => {
    expect(verifiedEmail(claims(said))).toBe(email);
  });

  it.each([
    ['ana@example.com', true],
    ['ana@sub.example.com', false],
    ['ana@example.com.evil.example', false],
    ['"x@example.com"@evil.example', false],
    ['ana@evilexample.com', false],
  ])('%s is of an allowed domain: %s', (email, allowed) => {
    expect(isAllowedDomain(email, rules)).toBe(allowed);
  });

  it('of any domain is allowed where none is named', () => {
    expect(isAllowedDomain('ana@anywhere.example', { ...rules, allowedDomains: [] })).toBe(true);
  });
});

it.each([
  [' Ana\u0000  Ríos\n', 'Ana Ríos'],
  ['', 'ana.rios'],
  [undefined, 'ana.rios'],
  [7, 'ana.rios'],
])('a person called %j is %s', (name, called) => {
  expect(nameOfClaims(claims({ name }), 'ana.rios@example.com')).toBe(called);
});
