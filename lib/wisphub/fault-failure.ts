import { failure, type Failure, type FailureCode } from '@/lib/domain/failure';
import type { LaunchAnswer, ServicesAnswer, TaskAnswer } from './gateway';
import type { Fault, FaultKind } from './fault';

const CODES: Record<FaultKind, FailureCode> = {
  network: 'upstream_network',
  timeout: 'upstream_timeout',
  html: 'upstream_html',
  bad_json: 'upstream_bad_json',
  bad_shape: 'upstream_bad_shape',
  auth: 'upstream_auth',
  not_found: 'upstream_bad_shape',
  rejected: 'upstream_rejected',
  rate_limited: 'upstream_rate_limited',
  server: 'upstream_server',
  breaker_open: 'upstream_unavailable',
  too_large: 'upstream_too_large',
};

const faultFailure = (fault: Fault): Failure => failure('upstream', CODES[fault.kind]);

/** What a fault means for a launch. Without an answer nobody knows whether the task exists. */
export function launchFault(fault: Fault): LaunchAnswer {
  if (fault.kind === 'breaker_open') return { kind: 'unavailable', retryAfterMs: fault.retryAfterMs ?? 0 };
  if (fault.kind === 'rate_limited') return { kind: 'slow_down', retryAfterMs: fault.retryAfterMs ?? 0 };
  if (fault.kind === 'not_found')
    return { kind: 'refused', failure: failure('customer_unknown', 'service_unknown') };
  if (fault.sent && !fault.answered) return { kind: 'unknown' };
  return { kind: 'refused', failure: faultFailure(fault) };
}

/** What a fault means for a look at a task: mostly nothing, because the task goes on without us. */
export function readFault(fault: Fault): TaskAnswer {
  if (fault.kind === 'auth') return { kind: 'key_refused' };
  if (fault.kind === 'not_found') return { kind: 'task_unknown' };
  if (fault.kind === 'rate_limited') return { kind: 'slow_down', retryAfterMs: fault.retryAfterMs ?? 0 };
  if (fault.kind === 'breaker_open') return { kind: 'unavailable', retryAfterMs: fault.retryAfterMs ?? 0 };
  return { kind: 'not_yet', blind: true };
}

/** What a fault means for a look at the customer list. */
export function listFault(fault: Fault): ServicesAnswer {
  const retryAfterMs = fault.retryAfterMs ?? 0;
  if (fault.kind === 'rate_limited') return { kind: 'slow_down', retryAfterMs };
  if (fault.kind === 'breaker_open') return { kind: 'unavailable', retryAfterMs };
  return { kind: 'fault', failure: faultFailure(fault) };
}
