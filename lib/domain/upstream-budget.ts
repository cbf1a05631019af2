/** What a request to WispHub is for, from the most urgent to the one that can wait. */
export const UPSTREAM_KINDS = ['desk_launch', 'api_launch', 'look', 'refresh', 'extension', 'sync'] as const;
export type UpstreamKind = (typeof UPSTREAM_KINDS)[number];

/**
 * Shares of the rate, from 0 to 1. `total` is how full the window may be, over all kinds, for a request of this kind to
 * go; `own` is how much of it the launches together may take, so that looks always get through and no ping starves.
 */
const SHARES: Record<UpstreamKind, { total: number; own: number }> = {
  desk_launch: { total: 1, own: 0.6 },
  api_launch: { total: 0.92, own: 0.5 },
  look: { total: 0.9, own: 1 },
  refresh: { total: 0.8, own: 0.3 },
  // An extension is a comfort: it stops while there is still room for everybody who has no answer yet.
  extension: { total: 0.7, own: 0.4 },
  sync: { total: 0.5, own: 0.5 },
};

export const LAUNCH_KINDS: readonly UpstreamKind[] = ['desk_launch', 'api_launch', 'extension'];

/** The most requests that may stand in the window before one of this kind: over all kinds, and of its own group. */
export function allowance(kind: UpstreamKind, ratePerMinute: number): { total: number; own: number } {
  const { total, own } = SHARES[kind];
  // At least one of each kind fits into an empty window, however small the rate.
  return {
    total: Math.max(1, Math.floor(ratePerMinute * total)),
    own: Math.max(1, Math.floor(ratePerMinute * own)),
  };
}
