import { isReply } from './packet';
import type { Ping } from './ping';
import { isCutOff } from './service';

/**
 * Whether the next packets to this line will probably be lost: none of this ping has come back so far, or the account is
 * one whose line is switched off. A lost packet keeps a task busy for longer than one that comes back.
 */
export function expectsSilence({ packets, frozen }: Pick<Ping, 'packets' | 'frozen'>): boolean {
  if (packets !== null && packets.length > 0) return !packets.some(isReply);
  return isCutOff(frozen.status);
}
