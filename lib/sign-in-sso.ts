import { randomUUID } from 'node:crypto';
import { clock, database } from './compose';
import { lockActiveAdmins } from './db/accounts';
import { insertAuditEntry } from './db/audit-entries';
import type { Queryable } from './db/client';
import { getUserOfEmail, getUserOfIdentity, insertSsoUser, noteSso, type Identity } from './db/sso-accounts';
import type { User } from './db/users';
import { noOrigin, type AuditAction, type AuditChanges, type Origin } from './domain/audit';
import type { Role } from './domain/role';
import {
  isAllowedDomain,
  nameOfClaims,
  roleOfClaims,
  verifiedEmail,
  type SsoClaims,
  type SsoRefusal,
  type SsoRules,
} from './domain/sso';
import { openSession } from './open-session';
import { targetOf } from './sign-in';

export type SsoOutcome = { sessionId: string } | { refusal: SsoRefusal };

type Attempt = { claims: SsoClaims; rules: SsoRules; origin: Origin };
type Found = { user: User; isNew: boolean } | { refusal: SsoRefusal };

const identityOf = ({ iss: issuer, sub: subject }: SsoClaims): Identity => ({ issuer, subject });

/** What the identity provider caused in an account, which no person of ours did. */
function trace(
  tx: Queryable,
  action: AuditAction,
  { id, email }: User,
  changes: AuditChanges,
): Promise<void> {
  const target = { kind: 'user', id, name: email };
  return insertAuditEntry(tx, {
    actor: 'system',
    action,
    outcome: 'done',
    target,
    changes,
    origin: noOrigin,
  });
}

/** Makes the account of somebody whose claims stand for a role. */
async function create(tx: Queryable, { claims, rules }: Attempt, email: string): Promise<Found> {
  const role = roleOfClaims(claims, rules);
  if (role === null) return { refusal: 'no_role' };
  const createdAt = clock().now();
  const user: User = {
    id: randomUUID(),
    name: nameOfClaims(claims, email),
    email,
    role,
    createdAt,
    disabledAt: null,
  };
  // Whoever signs in for the first time in two windows at once is asked to try again in one of them.
  if (!(await insertSsoUser(tx, { ...user, ...identityOf(claims) }))) return { refusal: 'failed' };
  await trace(tx, 'user_add', user, { role: [null, role], sso: [null, claims.iss] });
  return { user, isNew: true };
}

/** The account of an identity: the one bound to it, else that of its verified email, else a new one. */
async function find(tx: Queryable, attempt: Attempt): Promise<Found> {
  const { claims, rules } = attempt;
  const email = verifiedEmail(claims);
  const bound = await getUserOfIdentity(tx, identityOf(claims));
  if (bound === null && email === null) return { refusal: 'email' };
  if (rules.allowedDomains.length > 0 && (email === null || !isAllowedDomain(email, rules))) {
    return { refusal: 'domain' };
  }
  if (bound !== null) return { user: bound.user, isNew: false };
  if (email === null) return { refusal: 'email' };
  const known = await getUserOfEmail(tx, email);
  if (known === null) return create(tx, attempt, email);
  // An address that was handed on to somebody else is not the person who had it.
  if (known.identity !== null) return { refusal: 'taken' };
  if (known.user.disabledAt === null) await trace(tx, 'user_change', known.user, { sso: [null, claims.iss] });
  return { user: known.user, isNew: false };
}

/** The role of today: that of the claims, unless nobody would be left who can manage accounts. */
async function roleNow(tx: Queryable, user: User, { claims, rules }: Attempt): Promise<Role> {
  const role = roleOfClaims(claims, rules) ?? user.role;
  if (user.role !== 'admin' || role === 'admin') return role;
  const admins = await lockActiveAdmins(tx);
  return admins.some((id) => id !== user.id) ? role : 'admin';
}

async function enter(tx: Queryable, attempt: Attempt): Promise<SsoOutcome> {
  const found = await find(tx, attempt);
  if ('refusal' in found) return found;
  const { user, isNew } = found;
  if (user.disabledAt !== null) return { refusal: 'disabled' };
  const at = clock().now();
  const role = isNew ? user.role : await roleNow(tx, user, attempt);
  await noteSso(tx, user.id, { at, role, identity: identityOf(attempt.claims) });
  if (role !== user.role) await trace(tx, 'user_change', user, { role: [user.role, role] });
  const opening = {
    user: { ...user, role },
    method: 'sso',
    at,
    origin: attempt.origin,
    changes: null,
  } as const;
  return { sessionId: await openSession(tx, opening) };
}

/** Signs in whoever these verified claims are about. A refusal leaves nothing but its entry in the trail. */
export async function signInBySso(attempt: Attempt): Promise<SsoOutcome> {
  const outcome = await database().transaction((tx) => enter(tx, attempt));
  if ('refusal' in outcome) {
    const { claims, origin } = attempt;
    await insertAuditEntry(database(), {
      actor: null,
      action: 'sign_in',
      outcome: 'refused',
      target: targetOf(claims.email ?? claims.sub, null),
      changes: { reason: [null, `sso_${outcome.refusal}`] },
      origin,
    });
  }
  return outcome;
}
