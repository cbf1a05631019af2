import { can, type Actor, type Role } from '@/lib/domain/role';

/** What the signed-in role changes on the desk. */
export type DeskRights = {
  /** May say that a ping was made for the wrong customer. */
  mayMark: boolean;
  /** Packets of a ping, unless the reason or the person says otherwise. */
  firstPackets: number;
};

/** Four packets answer a phone call; a technician on a roof wants proof. */
const FIRST_PACKETS: Record<Role, number> = { technician: 20, agent: 4, supervisor: 4, admin: 4 };

export const deskRightsOf = (actor: Extract<Actor, { kind: 'user' }>): DeskRights => ({
  mayMark: can(actor, 'ping:mark'),
  firstPackets: FIRST_PACKETS[actor.role],
});
