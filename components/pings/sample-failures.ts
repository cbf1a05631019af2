import { failureAdvice } from '@/lib/domain/advice';
import { failure, FAILURE_CODES, type Failure, type FailureCode } from '@/lib/domain/failure';
import { failed, type ResultSample } from './sample-ping';

/** Whose failure each code is where the product meets it. */
const SOURCES: Readonly<Record<FailureCode, Failure['source']>> = {
  service_unknown: 'customer_unknown',
  router_interface: 'router',
  router_unreachable: 'router',
  router_login: 'router',
  router_error: 'router',
  empty_result: 'upstream',
  unreadable_result: 'upstream',
  task_failed: 'upstream',
  task_lost: 'upstream',
  launch_unknown: 'upstream',
  deadline: 'deadline',
  queue_deadline: 'deadline',
  withdrawn: 'internal',
  internal: 'internal',
  upstream_network: 'upstream',
  upstream_timeout: 'upstream',
  upstream_html: 'upstream',
  upstream_bad_json: 'upstream',
  upstream_bad_shape: 'upstream',
  upstream_auth: 'upstream',
  upstream_rejected: 'upstream',
  upstream_rate_limited: 'upstream',
  upstream_server: 'upstream',
  upstream_unavailable: 'upstream',
  upstream_too_large: 'upstream',
  upstream_ping_failed: 'upstream',
};

const failureOf = (code: FailureCode) => failure(SOURCES[code], code);
const adviceFor = (code: FailureCode) => failureAdvice(failureOf(code));

const failedBy = (code: FailureCode): ResultSample =>
  failed(`could not measure, ${SOURCES[code]}: ${code}`, failureOf(code));

/** The first failure that leads to each advice. */
const LEADING = FAILURE_CODES.filter(
  (code) => FAILURE_CODES.find((other) => adviceFor(other) === adviceFor(code)) === code,
);

export const FAILURE_SAMPLES: readonly ResultSample[] = LEADING.map(failedBy);

/** Every other failure: only its sentence is new. */
export const MORE_FAILURE_SAMPLES: readonly ResultSample[] = FAILURE_CODES.filter(
  (code) => !LEADING.includes(code),
).map(failedBy);
