import type { Ping } from './ping';

/**
 * What a ping looks like: while it runs, when it could not be measured, its verdict, or a silence that says nothing
 * because this line is known to work without answering ping.
 */
export const FACES = ['running', 'stable', 'intermittent', 'no_internet', 'failed', 'inconclusive'] as const;
export type Face = (typeof FACES)[number];

export function faceOf(ping: Pick<Ping, 'state' | 'verdict'> & { quiet_line?: boolean }): Face {
  if (ping.state !== 'finished') return ping.state;
  if (ping.quiet_line === true && ping.verdict === 'no_internet') return 'inconclusive';
  return ping.verdict ?? 'failed';
}
