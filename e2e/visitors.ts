import { can, PERMISSIONS, ROLES, SCOPES, type Actor, type Role, type Scope } from '@/lib/domain/role';
import { ROUTE_RULES, type Door, type PageDoor, type RouteRule } from '@/lib/domain/route-rules';
import { changeAccount, makeAccount, makeToken, signIn } from './accounts';
import { requestOf, type Asked } from './door-table';
import { cookieHeader, rawRequest } from './raw-request';

/** Who stands before a door, and what they show. */
export type Visitor = { name: string; shows: Record<string, string>; actor: Actor | null };

const roleActor = (role: Role): Actor => ({ kind: 'user', id: '', name: '', email: '', role, sessionId: '' });
const tokenActor = (...scopes: Scope[]): Actor => ({ kind: 'token', id: '', name: '', scopes });

async function personWith(role: Role, origin?: string): Promise<{ cookie: string; email: string }> {
  const account = await makeAccount(`door-${role}`, role);
  return { cookie: cookieHeader((await signIn(account, origin)).cookies), email: account.email };
}

/** One of each kind; people sign in at `origin`, or at the server of the stories. */
export async function allVisitors(origin?: string): Promise<Visitor[]> {
  const people = await Promise.all(
    ROLES.map(async (role) => {
      const { cookie } = await personWith(role, origin);
      return { name: role, shows: { cookie }, actor: roleActor(role) };
    }),
  );
  const programs = await Promise.all(
    SCOPES.map(async (scope) => {
      const shows = { authorization: `Bearer ${await makeToken(`door ${scope}`, [scope])}` };
      return { name: `a token for ${scope}`, shows, actor: tokenActor(scope) };
    }),
  );
  const disabled = await personWith('admin', origin);
  await changeAccount(disabled.email, { disabledAt: new Date() });
  return [
    { name: 'a stranger', shows: {}, actor: null },
    { name: 'a disabled administrator', shows: { cookie: disabled.cookie }, actor: null },
    ...people,
    ...programs,
  ];
}

export const knock = (
  { headers, ...asked }: Asked & { origin?: string | undefined },
  { shows }: Visitor,
  more: Record<string, string> = {},
) => rawRequest({ ...asked, headers: { ...headers, ...shows, ...more } });

const isAction = (door: Door | 'person'): door is keyof typeof PERMISSIONS => door in PERMISSIONS;

/** What the table says of this visitor at this door. */
export function expected({ door }: RouteRule, { actor }: Visitor): 'in' | 401 | 403 {
  if (!isAction(door)) return 'in';
  if (actor === null) return 401;
  return can(actor, door) ? 'in' : 403;
}

const codeOf = (text: string): unknown => {
  try {
    return (JSON.parse(text) as { meta?: { code?: unknown } | null }).meta?.code;
  } catch {
    return null;
  }
};

/** The status of a page for this visitor. */
export function expectedOfPage(door: PageDoor, { actor }: Visitor): number {
  if (door === 'nobody_yet' || door === 'nobody') return 404;
  if (door === 'anyone') return 200;
  if (actor?.kind !== 'user') return 307;
  return door === 'person' || (isAction(door) && can(actor, door)) ? 200 : 404;
}

/** The routes that let this visitor in, or keep them out, against the table. */
export async function wrongDoors(visitor: Visitor, origin?: string): Promise<string[]> {
  const wrong: string[] = [];
  await Promise.all(
    ROUTE_RULES.map(async (rule) => {
      const { status, text } = await knock({ ...requestOf(rule), origin }, visitor);
      const should = expected(rule, visitor);
      const isRight =
        should === 'in'
          ? rule.door === 'machine' || (![401, 403, 405].includes(status) && status < 500)
          : status === should && codeOf(text) === (should === 401 ? 'unauthorized' : 'forbidden');
      if (!isRight) wrong.push(`${visitor.name}: ${rule.method} ${rule.path} is ${status}, not ${should}`);
    }),
  );
  return wrong;
}
