import { z } from 'zod';
import type { Ping } from './ping';

/** What of a running ping can be seen from outside, in the parts that change while it runs. */
export type VersionParts = Pick<
  Ping,
  'state' | 'phase' | 'round' | 'launches' | 'planned' | 'stopAsked' | 'wrongCustomerAt' | 'dueAt'
> & {
  /** Packets of the rounds that ended. */
  measured: number;
};

/** How a version looks; who holds one only ever compares it. */
export const VERSION = /^[a-z0-9-]{1,60}$/;
export const versionSchema = z.string().regex(VERSION);

/**
 * A word that is another one whenever there is something new to read of a ping. A look that found nothing changes
 * nothing; the moment of the next step counts only while it is the turn that somebody waits for.
 */
export function pingVersion(parts: VersionParts): string {
  const { state, phase, round, launches, planned, measured, dueAt } = parts;
  const marks = `${parts.stopAsked ? 's' : ''}${parts.wrongCustomerAt === null ? '' : 'w'}`;
  const turn = state === 'running' && phase === 'launch' ? dueAt.getTime().toString(36) : '';
  return [`${state}${marks}`, phase, round, launches, planned, measured, turn].join('-');
}

export const versionOf = (ping: Ping): string =>
  pingVersion({ ...ping, measured: ping.packets?.length ?? 0 });
