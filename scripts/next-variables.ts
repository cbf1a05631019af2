/**
 * How long Next keeps a connection on which nothing is asked, in ms. Longer than a proxy in front does: the one who waits
 * for a request must not be the one who hangs up.
 */
export const KEEP_ALIVE_MS = 75_000;

/** What Next reads of the environment; undefined is a variable that it must not see. */
export const nextVariables = (mode: 'start' | 'dev') => ({
  NODE_ENV: mode === 'start' ? ('production' as const) : ('development' as const),
  // The signal handler of the product drains; Next's own would exit before it is done.
  NEXT_MANUAL_SIG_HANDLE: mode === 'start' ? 'true' : '',
  NEXT_TELEMETRY_DISABLED: '1',
  // With either of these next-auth would believe the host name that a client sends.
  AUTH_TRUST_HOST: undefined,
  VERCEL: undefined,
});
