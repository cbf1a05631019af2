import { randomUUID } from 'node:crypto';
import { insertAuditEntry } from './db/audit-entries';
import type { Queryable } from './db/client';
import { insertSession } from './db/sessions';
import type { User } from './db/users';
import type { AuditChanges, Origin } from './domain/audit';
import { SESSION_SECONDS } from './domain/idle-limit';
import type { Person } from './domain/role';

type Opening = {
  user: User;
  method: 'password' | 'sso';
  at: Date;
  origin: Origin;
  /** What else the trail says of this sign-in. */
  changes: AuditChanges | null;
};

/** Makes a session and its entry in the trail, as part of a transaction, and answers the session's id. */
export async function openSession(tx: Queryable, opening: Opening): Promise<string> {
  const { user, method, at, origin, changes } = opening;
  const id = randomUUID();
  const expiresAt = new Date(at.getTime() + SESSION_SECONDS * 1000);
  const { address, userAgent } = origin;
  await insertSession(tx, { id, userId: user.id, createdAt: at, expiresAt, method, address, userAgent });
  const { name, email, role } = user;
  const actor: Person = { kind: 'user', id: user.id, name, email, role, sessionId: id };
  const target = { kind: 'user', id: user.id, name: email };
  await insertAuditEntry(tx, { actor, action: 'sign_in', outcome: 'done', target, changes, origin });
  return id;
}
