import { UPSTREAM_CALLS, type UpstreamCall } from './domain/upstream-call';

/** The last calls to WispHub as this instance saw them: what the desk shows beside its name. */
export type UpstreamHealth = {
  /** Milliseconds of the last answered call; null before the first. */
  lastMs: number | null;
  lastOkAt: number | null;
  lastFault: string | null;
  lastFaultAt: number | null;
};

type Call = { kind: UpstreamCall; ms: number; fault: string | null };

const NOTHING: UpstreamHealth = { lastMs: null, lastOkAt: null, lastFault: null, lastFaultAt: null };

const after = (health: UpstreamHealth, { ms, fault }: Call, now: number): UpstreamHealth =>
  fault === null
    ? { ...health, lastMs: Math.round(ms), lastOkAt: now }
    : { ...health, lastFault: fault, lastFaultAt: now };

/** Faults in a row from which WispHub counts as down: one alone says little. */
const DOWN_FROM = 3;

export function upstreamHealth() {
  let all = NOTHING;
  /** When the calls since the last answered one failed. */
  let faultsAt: number[] = [];
  const kinds = new Map<UpstreamCall, UpstreamHealth>(UPSTREAM_CALLS.map((kind) => [kind, NOTHING]));
  const of = (kind: UpstreamCall) => kinds.get(kind) ?? NOTHING;
  return {
    note(call: Call) {
      const now = Date.now();
      all = after(all, call, now);
      faultsAt = call.fault === null ? [] : [...faultsAt.slice(0, DOWN_FROM - 1), now];
      kinds.set(call.kind, after(of(call.kind), call, now));
    },
    read: (): UpstreamHealth => all,
    /** Since when nothing has been answered; null while WispHub does not count as down. */
    downSince: (): number | null => (faultsAt.length < DOWN_FROM ? null : (faultsAt[0] ?? null)),
    /** The same of the calls of one kind alone. */
    of,
  };
}
