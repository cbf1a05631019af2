import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getTokenActor } from '@/lib/db/api-tokens';
import { apiTokens } from '@/lib/db/schema';
import { updateUser } from '@/lib/db/users';
import { tokenStateOf, toTokenItem } from '@/lib/domain/api-token';
import { ROLES, scopesOf, type Role, type Scope } from '@/lib/domain/role';
import { createToken, createTokenInput } from './create-token';
import { listTokens } from './list-tokens';
import { revokeToken } from './revoke-token';
import { person, refusal, testSystem, type TestSystem } from './test-system';

const DAY_MS = 86_400_000;
let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const make = (role: Role, scopes: Scope[] = ['ping:read'], days = 90) =>
  createToken(test.as(person(role)), { name: 'bot', scopes, days });
const actorOf = (token: string) => getTokenActor(test.store.db, token, test.system.now());
const sql = (text: string) => test.store.db.$client.query(text);

describe('a token', () => {
  it('has 256 random bits behind its prefix, and only its hash and last letters are kept', async () => {
    const { token, made } = await make('agent');
    expect(token).toMatch(/^pulso_[\w-]{43}$/);
    expect((await make('agent')).token).not.toBe(token);
    expect(made.hint).toBe(token.slice(-4));
    const rows = await test.store.db.select().from(apiTokens);
    expect(JSON.stringify(rows)).not.toContain(token.slice(6, -4));
    expect(await actorOf(token)).toMatchObject({ kind: 'token', id: made.id, scopes: ['ping:read'] });
  });

  it.each(ROLES)('made by the role %s takes the scopes of that role and no other', async (role) => {
    for (const scope of scopesOf('admin')) {
      const work = make(role, [scope]);
      if (scopesOf(role).includes(scope)) expect((await work).made.scopes).toEqual([scope]);
      else expect((await refusal(work)).code).toBe('forbidden');
    }
  });

  it.each([
    [{ scopes: [] }],
    [{ scopes: ['everything'] }],
    [{ days: 0 }],
    [{ days: 366 }],
    [{ days: 1.5 }],
    [{ name: ' ' }],
    [{ name: 'x'.repeat(101) }],
  ])('cannot be made of %j', (changes) => {
    const good = { name: 'bot', scopes: ['ping:read'] };
    expect(createTokenInput.parse(good).days).toBe(90);
    expect(createTokenInput.safeParse({ ...good, ...changes }).success).toBe(false);
  });

  it('ends at its day, is said to end soon two weeks before, and its last use is noted', async () => {
    const { token, made } = await make('agent', ['ping:read'], 30);
    expect(tokenStateOf(made, test.system.now())).toBe('active');
    test.move(16 * DAY_MS);
    expect(tokenStateOf(made, test.system.now())).toBe('expiring');
    await actorOf(token);
    expect((await listTokens(test.as(person('agent'))))[0]?.lastUsedAt).toEqual(test.system.now());
    test.move(14 * DAY_MS);
    expect(await actorOf(token)).toBeNull();
    expect(tokenStateOf(made, test.system.now())).toBe('expired');
  });

  it('can do nothing once its maker is disabled, and says so', async () => {
    const { token } = await make('agent');
    await updateUser(test.store.db, 'agent@example.com', { disabledAt: test.system.now() });
    expect(await actorOf(token)).toBeNull();
    const [listed] = await listTokens(test.as(person('admin')));
    expect(listed && toTokenItem(listed, test.system.now())).toMatchObject({
      state: 'maker_disabled',
      scopes_out_of_reach: ['ping:read'],
    });
  });

  it('can do no more than its maker may now, whatever it was made with', async () => {
    const { token } = await make('admin', ['ping:read', 'services:read', 'history:read']);
    for (const [role, scopes] of [
      ['agent', ['ping:read', 'services:read']],
      ['technician', ['ping:read']],
      ['supervisor', ['ping:read', 'services:read', 'history:read']],
    ] as const) {
      await sql(`update users set role = '${role}' where id = '${person('admin').id}'`);
      expect(await actorOf(token)).toMatchObject({ scopes });
    }
  });

  it('of the command line stays valid, with nobody as its maker', async () => {
    const { token } = await make('admin', ['history:read']);
    await sql('update api_tokens set created_by = null');
    expect(await actorOf(token)).toMatchObject({ scopes: ['history:read'] });
    expect((await listTokens(test.as(person('admin'))))[0]?.maker).toBeNull();
    expect(await listTokens(test.as(person('agent')))).toEqual([]);
  });

  it('has a name of one line, whatever was typed', () => {
    const named = (name: string) => createTokenInput.parse({ name, scopes: ['ping:read'] }).name;
    expect(named(' bot\r\nX: y\u0000\u2028 ')).toBe('bot X: y');
    expect(() => named('\r\n')).toThrow('expected a name');
    expect(() => named('x'.repeat(101))).toThrow('at most 100');
  });

  it('is one of fifty at most, also when many are made at once', async () => {
    const made = await Promise.allSettled(Array.from({ length: 60 }, () => make('agent')));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
  });

  it('is refused when somebody has fifty in use', async () => {
    for (let count = 0; count < 50; count += 1) await make('agent', ['ping:read'], 1);
    expect((await refusal(make('agent'))).code).toBe('conflict');
    test.move(DAY_MS);
    await make('agent');
  });
});

describe('revoking', () => {
  it('acts at once, and only once', async () => {
    const { token, made } = await make('agent');
    await revokeToken(test.as(person('agent')), { tokenId: made.id });
    expect(await actorOf(token)).toBeNull();
    const again = revokeToken(test.as(person('agent')), { tokenId: made.id });
    expect((await refusal(again)).code).toBe('conflict');
  });

  it('is for the maker and for administrators; nobody else learns that the token exists', async () => {
    const { made } = await make('agent');
    const other = revokeToken(test.as(person('supervisor')), { tokenId: made.id });
    expect((await refusal(other)).code).toBe('token_unknown');
    await revokeToken(test.as(person('admin')), { tokenId: made.id });
  });

  it('everybody sees their own tokens, and administrators all', async () => {
    await make('agent');
    await make('technician');
    expect(await listTokens(test.as(person('agent')))).toHaveLength(1);
    expect(await listTokens(test.as(person('supervisor')))).toHaveLength(0);
    expect(await listTokens(test.as(person('admin')))).toHaveLength(2);
  });
});
