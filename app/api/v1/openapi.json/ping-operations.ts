import { z } from 'zod';
import { success, type Envelope } from '@/lib/domain/envelope';
import { FAILURE_CODES } from '@/lib/domain/failure';
import { pingDetailsSchema } from '@/lib/domain/ping-details';
import {
  flag,
  inBody,
  inHeader,
  inPath,
  type DescribedAnswer,
  type DescribedOperation,
} from '@/lib/openapi/described-operation';
import { POST as createPing } from '../[serviceId]/ping/route';
import { GET as getPingResult } from '../ping/[taskId]/route';

const TASK = '550e8400-e29b-41d4-a716-446655440000';

const create: DescribedOperation = {
  id: 'createPing',
  group: 'Ping',
  method: 'POST',
  path: '/api/v1/{service_id}/ping/',
  handler: createPing,
  summary: 'Create a ping',
  text: [
    'Starts a diagnostic of network latency (ICMP ping) of the device of a service, and answers a `task_id` with which its result is read.',
    'At most one ping runs for a service: whoever asks while one is running joins it, and its own number of packets stands. The answer waits for the launch at WispHub, ten seconds at most; a ping that has to queue longer is created all the same, and what goes wrong later is told by its result.',
    'An `Idempotency-Key` makes the request safe to repeat: the same key with the same body answers the same ping again.',
  ],
  needs: ['ping:launch'],
  places: {
    serviceId: inPath('service_id', 'ID of the service that owns the assigned IP or device.', {
      example: 12345,
    }),
    pings: inBody('pings', 'Number of ICMP packets to send to the device.', { example: 10 }),
    reason: inBody('reason', 'Why it is asked for; shown to whoever looks at the ping.'),
    extend: inBody(
      'extend',
      '`auto` lets an unclear ping grow to 10 and then 20 packets, as the desk does. The number asked for stands otherwise.',
    ),
    idempotencyKey: inHeader(
      'Idempotency-Key',
      'A key of your own for this request, at most 200 characters. Kept for a day.',
    ),
  },
  answers: [
    {
      action: 'ping_created',
      text: 'The ping was created, or the one that is running for this service was joined.',
      data: z.object({ task_id: z.uuid() }),
      examples: { 'The ping was created': success('ping_created', { task_id: TASK }) },
    },
  ],
  errors: [
    'service_unknown',
    'service_without_ip',
    'conflict',
    'idempotency_conflict',
    'upstream_network',
    'upstream_timeout',
    'upstream_html',
    'upstream_bad_json',
    'upstream_bad_shape',
    'upstream_auth',
    'upstream_rejected',
    'upstream_rate_limited',
    'upstream_server',
    'upstream_too_large',
    'upstream_ping_failed',
    'upstream_unavailable',
    'restarting',
    'queue_full',
  ],
  samples: [
    {
      title: 'Send ten packets',
      path: '/api/v1/12345/ping/',
      body: { pings: 10 },
      status: 200,
      actions: ['ping_created'],
    },
    {
      title: 'Say why, and repeat it safely',
      path: '/api/v1/12345/ping/',
      headers: { 'Idempotency-Key': 'ticket-4711' },
      body: { pings: 10, reason: 'drops' },
      status: 200,
      actions: ['ping_created'],
    },
    {
      title: 'A number that is not right',
      path: '/api/v1/12345/ping/',
      body: { pings: 0 },
      status: 400,
      actions: ['invalid_request'],
    },
    {
      title: 'Without a token',
      path: '/api/v1/12345/ping/',
      body: { pings: 10 },
      as: 'nobody',
      status: 401,
      actions: ['unauthorized'],
    },
  ],
};

const details = pingDetailsSchema.nullable();

const found = (action: string, type: Envelope['type'], text: string, title: string): DescribedAnswer => ({
  action,
  type,
  text,
  data: details,
  examples: { [title]: { ...success(action), type } },
});

const result: DescribedOperation = {
  id: 'getPingResult',
  group: 'Ping',
  method: 'GET',
  path: '/api/v1/ping/{task_id}/',
  handler: getPingResult,
  summary: 'Get the result of a ping',
  text: [
    'Tells from the share of answered packets whether the connection is stable, intermittent, or without answer. Ask until the action is a final one: `stable_connection`, `intermittent_connection`, `no_internet` or `ping_failed`.',
    'Wait 2–3 seconds before the first question, and then as long as `Retry-After` says: a ping of many packets takes longer than a minute. Asking more often costs nothing at WispHub, and finds out nothing sooner.',
    'A ping that could not be measured is answered with 200 and `ok: false`: the question was answered, and the answer says nothing of the line.',
  ],
  needs: ['ping:read'],
  places: {
    taskId: inPath('task_id', 'The `data.task_id` that creating the ping answered.', { example: TASK }),
    details: flag('details', 'Whether `data` holds the ping with its packets.'),
  },
  answers: [
    {
      action: 'pending',
      type: 'info',
      text: 'The ping is running. Ask again after `Retry-After`.',
      data: details,
      headers: ['Retry-After'],
      examples: { 'Still running': { ...success('pending'), type: 'info' } },
    },
    found('stable_connection', 'success', 'At least 80 % of the packets were answered.', 'Stable'),
    found(
      'intermittent_connection',
      'info',
      'Some packets were answered, and less than 80 %.',
      'Intermittent',
    ),
    found('no_internet', 'info', 'No packet was answered.', 'No reply'),
    {
      action: 'ping_failed',
      type: 'error',
      ok: false,
      text: 'It could not be measured. `message` says why, and `meta.code` says it to a program.',
      data: details,
      message: z.string(),
      meta: z.object({ code: z.enum(FAILURE_CODES), request_id: z.uuid() }),
      examples: {
        'Could not be measured': {
          ok: false,
          type: 'error',
          action: 'ping_failed',
          data: null,
          message: 'WispHub could not reach the router. Nothing was measured.',
          meta: { code: 'router_unreachable', request_id: '6f1c8f0e-6f0e-4a55-9d5e-0f6f4a1f3a10' },
        },
      },
    },
  ],
  errors: ['task_unknown'],
  samples: [
    {
      title: 'Ask for the result',
      path: '/api/v1/ping/{task_id}/',
      status: 200,
      actions: ['pending', 'stable_connection', 'intermittent_connection', 'no_internet', 'ping_failed'],
    },
    {
      title: 'With every packet',
      path: '/api/v1/ping/{task_id}/?details=1',
      status: 200,
      actions: ['pending', 'stable_connection', 'intermittent_connection', 'no_internet', 'ping_failed'],
    },
    {
      title: 'A task_id that is none',
      path: '/api/v1/ping/00000000-0000-4000-8000-000000000000/',
      status: 404,
      actions: ['task_unknown'],
    },
  ],
};

/** The two endpoints that integrators know. */
export const pingOperations: readonly DescribedOperation[] = [create, result];
