import type { Ping } from './ping';

/** The five faces a ping can have: a running ping, a ping that could not be measured, and the three verdicts. */
export const FACES = ['running', 'stable', 'intermittent', 'no_internet', 'failed'] as const;
export type Face = (typeof FACES)[number];

export function faceOf(ping: Pick<Ping, 'state' | 'verdict'>): Face {
  if (ping.state !== 'finished') return ping.state;
  return ping.verdict ?? 'failed';
}
