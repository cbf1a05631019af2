/** What WispHub is called for, each with a circuit breaker of its own. */
export const UPSTREAM_CALLS = ['launch', 'read', 'list'] as const;
export type UpstreamCall = (typeof UPSTREAM_CALLS)[number];
