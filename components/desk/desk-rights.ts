import type { Reason } from '@/lib/domain/ping';
import { can, type Actor, type Role } from '@/lib/domain/role';

/** What the signed-in role changes on the desk. */
export type DeskRights = {
  /** May say that a ping was made for the wrong customer. */
  mayMark: boolean;
  /** Packets of a ping, unless the reason or the person says otherwise. */
  firstPackets: number;
  /** Why this role measures, unless somebody says otherwise. */
  firstReason: Reason | null;
  /** True for a technician on a roof: the answer is big and plain, with proof that the test was made. */
  isRetest: boolean;
};

/** Four packets answer a phone call; a technician on a roof wants proof. */
const FIRST_PACKETS: Record<Role, number> = { technician: 20, agent: 4, supervisor: 4, admin: 4 };

export const deskRightsOf = (actor: Extract<Actor, { kind: 'user' }>): DeskRights => ({
  mayMark: can(actor, 'ping:mark'),
  firstPackets: FIRST_PACKETS[actor.role],
  firstReason: actor.role === 'technician' ? 'technician' : null,
  isRetest: actor.role === 'technician',
});
