import { z } from 'zod';

export const FAILURE_CODES = [
  'service_unknown',
  'router_interface',
  'router_unreachable',
  'router_login',
  'router_error',
  'empty_result',
  'unreadable_result',
  'task_failed',
  'task_lost',
  'launch_unknown',
  'deadline',
  'queue_deadline',
  'withdrawn',
  'internal',
  'upstream_network',
  'upstream_timeout',
  'upstream_html',
  'upstream_bad_json',
  'upstream_bad_shape',
  'upstream_auth',
  'upstream_rejected',
  'upstream_rate_limited',
  'upstream_server',
  'upstream_unavailable',
  'upstream_too_large',
  'upstream_ping_failed',
] as const;

/** Why a ping could not be measured. It says nothing about the customer's line. */
export const failureSchema = z.object({
  source: z.enum(['customer_unknown', 'router', 'upstream', 'deadline', 'internal']),
  code: z.enum(FAILURE_CODES),
  message: z.string(),
});

export type Failure = z.infer<typeof failureSchema>;
export type FailureCode = Failure['code'];

type UpstreamCode = Extract<FailureCode, `upstream_${string}`>;

/** What it is that WispHub said or did not say, in English; a refusal is explained with the same words. */
export const UPSTREAM_MESSAGES: Readonly<Record<UpstreamCode, string>> = {
  upstream_network: 'WispHub cannot be reached.',
  upstream_timeout: 'WispHub did not answer in time.',
  upstream_html:
    'WispHub answered with a web page instead of data; it may be down or the address may be wrong.',
  upstream_bad_json: 'WispHub answered with data that cannot be read.',
  upstream_bad_shape: 'WispHub answered with something unexpected.',
  upstream_auth: 'WispHub refused our key. An administrator must check it.',
  upstream_rejected: 'WispHub rejected the request.',
  upstream_rate_limited: 'WispHub asks us to slow down.',
  upstream_server: 'WispHub has an internal error.',
  upstream_unavailable: 'WispHub has not been answering; Pulso is pausing its calls for a few seconds.',
  upstream_too_large: 'WispHub answered with more data than can be right.',
  upstream_ping_failed: 'WispHub could not start or finish this ping.',
};

const MESSAGES: Readonly<Record<FailureCode, string>> = {
  service_unknown: 'WispHub does not know this service. Check the id.',
  router_interface:
    'The router refused the ping: the interface set for this service in WispHub does not exist there.',
  router_unreachable: 'WispHub could not reach the router. Nothing was measured.',
  router_login: 'The router refused the login that WispHub uses. Nothing was measured.',
  router_error: 'The router answered with an error text instead of a ping. Nothing was measured.',
  empty_result: 'WispHub finished the task without any packet in its result. Nothing was measured.',
  unreadable_result: 'WispHub finished the task with a result that cannot be read. Nothing was measured.',
  task_failed: 'WispHub reports that the ping task failed. Nothing was measured.',
  task_lost: 'WispHub no longer knows this ping task. Start it again.',
  launch_unknown: 'WispHub did not confirm the ping, twice. It is not started a third time.',
  deadline: 'WispHub gave no result in time. This says nothing about the line: try again.',
  queue_deadline: 'The ping waited too long for its turn and was not started. Try again.',
  withdrawn: 'The ping was taken back before it was launched. Nothing was measured.',
  internal: 'Pulso could not carry this ping to its end. Try again.',
  ...UPSTREAM_MESSAGES,
};

/** What WispHub says, or does not say, while it is down; another time the same question would be answered. */
const SIGNS_OF_OUTAGE: readonly FailureCode[] = [
  'upstream_network',
  'upstream_timeout',
  'upstream_html',
  'upstream_bad_json',
  'upstream_server',
  'upstream_too_large',
];

export const isOutage = ({ code }: Failure): boolean => SIGNS_OF_OUTAGE.includes(code);

/** A failure with its standard English message. */
export function failure(source: Failure['source'], code: FailureCode): Failure {
  return { source, code, message: MESSAGES[code] };
}
