/** The last calls to WispHub as this instance saw them: what the desk shows beside its name. */
export type UpstreamHealth = {
  /** Milliseconds of the last answered call; null before the first. */
  lastMs: number | null;
  lastOkAt: number | null;
  lastFault: string | null;
  lastFaultAt: number | null;
};

const NOTHING: UpstreamHealth = { lastMs: null, lastOkAt: null, lastFault: null, lastFaultAt: null };

export function upstreamHealth() {
  let health = NOTHING;
  return {
    note(call: { ms: number; fault: string | null }) {
      const now = Date.now();
      health =
        call.fault === null
          ? { ...health, lastMs: Math.round(call.ms), lastOkAt: now }
          : { ...health, lastFault: call.fault, lastFaultAt: now };
    },
    read: (): UpstreamHealth => health,
  };
}
