// Authorization headers pass through here; they are read and neither kept nor logged.
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { actorOfSession } from './auth';
import { clock, database, system } from './compose';
import { getTokenActor } from './db/api-tokens';
import { isDatabaseUnavailable } from './db/unavailable';
import { APP_ERRORS, AppError } from './domain/app-error';
import type { Envelope } from './domain/envelope';
import type { Actor } from './domain/role';
import { isOwnOrigin } from './own-origin';
import { log } from './log';
import type { Context } from './operations/context';
import { originOf } from './request-origin';
import { readJsonBody } from './read-json-body';

export type Answer = { envelope: Envelope; status?: number; headers?: Record<string, string> };

/** A request in parts, before any of it is believed. */
export type RequestParts = {
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  headers: Headers;
};

export type Declaration<Input, Output> = {
  /** Picks the input out of the request; the schema decides whether it is good. */
  read: (parts: RequestParts) => unknown;
  input: z.ZodType<Input>;
  run: (ctx: Context, input: Input) => Promise<Output>;
  answer: (output: Output, ctx: Context, input: Input, requestId: string) => Answer;
};

export type Handler = (
  request: Request,
  // A path without parameters is called with none.
  context: { params: Promise<Record<string, string | string[] | undefined> | undefined> },
) => Promise<Response>;

const BEARER = /^Bearer\s+(\S+)$/i;

export async function whoAsks(headers: Headers): Promise<Actor> {
  const authorization = headers.get('authorization');
  const token = BEARER.exec(authorization ?? '')?.[1];
  const actor = authorization === null ? await actorOfSession(headers) : null;
  const known = token === undefined ? actor : await getTokenActor(database(), token, clock().now());
  if (known !== null) return known;
  const message =
    authorization === null
      ? 'Sign in, or send an API token as "Authorization: Bearer …".'
      : 'This API token is unknown, expired or revoked.';
  throw new AppError('unauthorized', message);
}

/** The name a caller knows a field by: `serviceId` of an operation is `service_id` on the wire. */
const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export function parseInput<Input>(schema: z.ZodType<Input>, raw: unknown): Input {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(
    parsed.error.issues.map((issue) => [snakeCase(issue.path.join('.')) || 'body', issue.message]),
  );
  const first = Object.entries(fields)[0];
  throw new AppError(
    'invalid_request',
    `Check ${first?.[0] ?? 'the request'}: ${first?.[1] ?? 'not valid'}.`,
    { fields },
  );
}

export function errorAnswer(error: unknown, requestId: string): Answer {
  const known =
    error instanceof AppError
      ? error
      : isDatabaseUnavailable(error)
        ? new AppError('database_unavailable', 'The database does not answer. Try again in a few seconds.', {
            retryAfterSeconds: 5,
          })
        : new AppError(
            'internal',
            `Something went wrong on our side. Tell support this number: ${requestId}.`,
          );
  if (!(error instanceof AppError)) log().error({ request_id: requestId, err: error }, 'a request failed');
  const { status, action } = APP_ERRORS[known.code];
  const { fields, retryAfterSeconds } = known.details;
  return {
    status,
    headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
    envelope: {
      ok: false,
      type: 'error',
      action,
      data: null,
      message: known.message,
      meta: { code: known.code, request_id: requestId, ...(fields ? { fields } : {}) },
    },
  };
}

export function respond({ envelope, status = 200, headers = {} }: Answer, requestId: string): Response {
  return Response.json(envelope, {
    status,
    headers: { 'cache-control': 'no-store', 'x-request-id': requestId, ...headers },
  });
}

export const single = (params: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('/') : (value ?? ''),
    ]),
  );

/** Makes a route handler of a declaration. It does four things: who asks, parse, run, answer. */
export function route<Input, Output>(declaration: Declaration<Input, Output>): Handler {
  return async (request, { params }) => {
    const requestId = randomUUID();
    try {
      const changes = request.method !== 'GET' && request.method !== 'HEAD';
      if (changes && !isOwnOrigin(request.headers.get('origin'))) {
        throw new AppError('foreign_origin', 'This request comes from another site. Open Pulso itself.');
      }
      const actor = await whoAsks(request.headers);
      const body = changes ? await readJsonBody(request) : undefined;
      const parts = {
        params: single((await params) ?? {}),
        query: new URL(request.url).searchParams,
        body,
        headers: request.headers,
      };
      const input = parseInput(declaration.input, declaration.read(parts));
      const origin = originOf(request.headers, requestId);
      const ctx: Context = { ...system(), actor, origin };
      const output = await declaration.run(ctx, input);
      return respond(declaration.answer(output, ctx, input, requestId), requestId);
    } catch (error) {
      return respond(errorAnswer(error, requestId), requestId);
    }
  };
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** All methods of one path; those that are not given answer 405 in the envelope. */
export function methods(given: Partial<Record<Method, Handler>>): Record<Method, Handler> {
  const allowed = Object.keys(given).join(', ');
  const refuse: Handler = async () => {
    const requestId = randomUUID();
    const error = new AppError('method_not_allowed', `This path answers ${allowed || 'no method'}.`);
    const answer = errorAnswer(error, requestId);
    return respond({ ...answer, headers: { allow: allowed } }, requestId);
  };
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, ...given };
}

/** For paths that nobody serves. */
export const unknownPath: Handler = async () => {
  const requestId = randomUUID();
  const error = new AppError(
    'unknown_path',
    'There is nothing at this path. The documented ones begin with /api/v1/.',
  );
  return respond(errorAnswer(error, requestId), requestId);
};
