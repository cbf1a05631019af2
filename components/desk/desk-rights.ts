/** What the signed-in role changes on the desk. */
export type DeskRights = {
  /** May say that a ping was made for the wrong customer. */
  mayMark: boolean;
  /** Packets of a ping, unless the reason or the person says otherwise. */
  firstPackets: number;
};
