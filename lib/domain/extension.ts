import type { Ping } from './ping';
import type { Rules } from './rules';
import { isUnclear } from './verdict';

/**
 * The total number of packets an unclear ping from the desk should grow to, or null when it may end: everything
 * answered ends at once, silence is confirmed once, and partial loss goes on while its interval holds the boundary.
 */
export function extendedTotal(
  counts: { sent: number; received: number },
  planned: number,
  rules: Rules,
): number | null {
  const larger = rules.extendTo.find((total) => total > planned) ?? null;
  if (counts.sent === 0 || counts.received === counts.sent) return null;
  if (counts.received === 0) return planned < rules.solidFrom ? larger : null;
  return isUnclear(counts, rules) ? larger : null;
}

/** True when everything that was asked for has been sent, so that the round under way is one that the ping gave itself. */
export const isExtensionRound = (ping: Pick<Ping, 'packets' | 'requested'>) =>
  (ping.packets?.length ?? 0) >= ping.requested;
