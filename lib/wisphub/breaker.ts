import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhenResult } from 'cockatiel';
import { UPSTREAM_CALLS, type UpstreamCall } from '@/lib/domain/upstream-call';
import type { FaultKind, UpstreamAnswer } from './fault';

const OPENS_AFTER = 8;
const HALF_OPEN_AFTER_MS = 10_000;
const SIGNS_OF_OUTAGE: readonly FaultKind[] = [
  'network',
  'timeout',
  'html',
  'server',
  'bad_json',
  'too_large',
];

/** Clocks count in steps, so whoever comes back to the millisecond may be a little early. */
const LEAST_WAIT_MS = 50;

/** What a call is answered that is not even tried, with the milliseconds until the next one may be. */
function refused(leftMs: number): UpstreamAnswer {
  const retryAfterMs = Math.max(LEAST_WAIT_MS, Math.ceil(leftMs));
  return { ok: false, fault: { kind: 'breaker_open', sent: false, answered: false, retryAfterMs } };
}

function isOutage(result: unknown): boolean {
  const answer = result as UpstreamAnswer;
  return !answer.ok && SIGNS_OF_OUTAGE.includes(answer.fault.kind);
}

/**
 * A circuit breaker for each kind of call: it opens after eight signs of outage in a row and then lets one call
 * through every ten seconds, so that a dead upstream is neither hammered nor waited for.
 */
export function createBreaker() {
  const policies = new Map(UPSTREAM_CALLS.map((kind) => [kind, createPolicy()]));

  return {
    async run(
      kind: UpstreamCall,
      send: () => Promise<UpstreamAnswer>,
      serverErrorIsAnswer: boolean,
    ): Promise<UpstreamAnswer> {
      const policy = policies.get(kind);
      if (policy === undefined) return send();
      // A server error that is an answer must count as a success, so it travels past the breaker in this variable.
      let hidden: UpstreamAnswer | null = null;
      try {
        const seen = await policy.circuit.execute(async (): Promise<UpstreamAnswer> => {
          const answer = await send();
          if (!serverErrorIsAnswer || answer.ok || answer.fault.kind !== 'server') return answer;
          hidden = answer;
          return { ok: true, json: null, text: '' };
        });
        return hidden ?? seen;
      } catch (error) {
        if (error instanceof BrokenCircuitError) return refused(policy.probesAt() - performance.now());
        throw error;
      }
    },
    /** True while calls of this kind are refused without being tried; false again once the next one may probe. */
    isOpen: (kind: UpstreamCall) => performance.now() < (policies.get(kind)?.probesAt() ?? 0),
  };
}

function createPolicy() {
  let probeAt = 0;
  const breaker = new ConsecutiveBreaker(OPENS_AFTER);
  const circuit = circuitBreaker(handleWhenResult(isOutage), { halfOpenAfter: HALF_OPEN_AFTER_MS, breaker });
  circuit.onBreak(() => {
    probeAt = performance.now() + HALF_OPEN_AFTER_MS;
  });
  circuit.onReset(() => {
    probeAt = 0;
  });
  return { circuit, probesAt: () => probeAt };
}
