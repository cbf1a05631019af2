// Authorization headers pass through here; they are read and neither kept nor logged.
import type { z } from 'zod';
import { admission, refuseTokenInUrl } from './admission';
import { actorOfSession } from './auth';
import { clock, database, system } from './compose';
import { getTokenActor } from './db/api-tokens';
import { isDatabaseUnavailable } from './db/unavailable';
import { isUnstorableText } from './db/unstorable';
import { APP_ERRORS, AppError } from './domain/app-error';
import type { Origin } from './domain/audit';
import type { Envelope } from './domain/envelope';
import type { Actor } from './domain/role';
import { isOwnOrigin } from './own-origin';
import { log } from './log';
import type { Context, OpenContext } from './operations/context';
import { TooManyHashesError } from './password';
import { readJsonBody } from './read-json-body';
import { requestIdOf } from './request-scope';
import { timed } from './timed';

export type Answer = { envelope: Envelope; status?: number; headers?: Record<string, string> };

/** A request in parts, before any of it is believed. */
export type RequestParts = {
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  headers: Headers;
};

/** What of a request lives on while it is carried out. */
export type Live = {
  /** Aborted when the caller has gone. */
  gone: AbortSignal;
  /** Who the caller is by now, for an answer that comes long after its question. Throws AppError `unauthorized`. */
  whoNow: () => Promise<Actor>;
};

export type Declaration<Input, Output, Ctx = Context> = {
  /** Picks the input out of the request; the schema decides whether it is good. */
  read: (parts: RequestParts) => unknown;
  input: z.ZodType<Input>;
  run: (ctx: Ctx, input: Input, live: Live) => Promise<Output>;
  answer: (output: Output, ctx: Ctx, input: Input, requestId: string) => Answer;
};

type Serve = (
  request: Request,
  // A path without parameters is called with none.
  context: { params: Promise<Record<string, string | string[] | undefined> | undefined> },
) => Promise<Response>;

/** What a handler takes out of a request and how that is parsed: the API's document is made of it. */
export type Declared = { read: (parts: RequestParts) => unknown; input: z.ZodType };

/** `declared` is null for a method that a path does not have. */
export type Handler = Serve & { declared?: Declared | null };

/** Keeps with a handler what it was declared with, has it counted, and lets a shutdown wait for its answer. */
export const declaredAs = (serve: Serve, { read, input }: Declared): Handler => {
  const tracked: Serve = (request, context) => system().track(serve(request, context));
  return Object.assign(timed(tracked), { declared: { read, input } });
};

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

const MOST_FIELDS = 20;
const MOST_LETTERS = 200;

export function parseInput<Input>(schema: z.ZodType<Input>, raw: unknown): Input {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  // A body of many small errors would be answered with a far larger one.
  const issues = parsed.error.issues.slice(0, MOST_FIELDS);
  const fields = Object.fromEntries(
    issues.map(({ path, message }) => [
      snakeCase(path.join('.')).slice(0, MOST_LETTERS) || 'body',
      message.slice(0, MOST_LETTERS),
    ]),
  );
  const first = Object.entries(fields)[0];
  throw new AppError(
    'invalid_request',
    `Check ${first?.[0] ?? 'the request'}: ${first?.[1] ?? 'not valid'}.`,
    { fields },
  );
}

function knownError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof TooManyHashesError) {
    const message = 'Many passwords are being checked at this moment. Try again in a few seconds.';
    return new AppError('sign_in_busy', message, { retryAfterSeconds: 3 });
  }
  if (isDatabaseUnavailable(error)) {
    const message = 'The database does not answer. Try again in a few seconds.';
    return new AppError('database_unavailable', message, { retryAfterSeconds: 5 });
  }
  if (isUnstorableText(error)) {
    const message = 'A text of the request holds a character that is none, such as NUL. Leave it out.';
    return new AppError('invalid_request', message);
  }
  return new AppError(
    'internal',
    `Something went wrong on our side. Tell support this number: ${requestId}.`,
  );
}

export function errorAnswer(error: unknown, requestId: string): Answer {
  const known = knownError(error, requestId);
  const { status, action } = APP_ERRORS[known.code];
  // What the caller got wrong is no fault of ours, even where the database was the first to notice.
  if (status >= 500 && !(error instanceof AppError)) {
    log().error({ request_id: requestId, err: error }, 'a request failed');
  }
  const { fields, retryAfterSeconds, headers } = known.details;
  return {
    status,
    headers: {
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
      ...headers,
    },
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

export function respond(
  { envelope, status = 200, headers = {} }: Answer,
  requestId: string,
  limits: Record<string, string> = {},
): Response {
  return Response.json(envelope, {
    status,
    headers: { 'cache-control': 'no-store', 'x-request-id': requestId, ...limits, ...headers },
  });
}

export const single = (params: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('/') : (value ?? ''),
    ]),
  );

/** A request is asked who it is from, parsed, run and answered. `contextOf` says who may ask. */
function handlerOf<Input, Output, Ctx extends Context | OpenContext>(
  declaration: Declaration<Input, Output, Ctx>,
  contextOf: (headers: Headers, origin: Origin) => Promise<Ctx>,
): Handler {
  return declaredAs(async (request, { params }) => {
    const requestId = requestIdOf(request);
    const entry = admission(request, params, requestId);
    try {
      const changes = request.method !== 'GET' && request.method !== 'HEAD';
      if (changes && !isOwnOrigin(request.headers.get('origin'))) {
        throw new AppError('foreign_origin', 'This request comes from another site. Open Pulso itself.');
      }
      refuseTokenInUrl(request);
      const ctx = await contextOf(request.headers, entry.origin);
      await entry.admit(ctx.actor);
      const body = changes ? await readJsonBody(request) : undefined;
      const parts = {
        params: single((await params) ?? {}),
        query: new URL(request.url).searchParams,
        body,
        headers: request.headers,
      };
      const input = parseInput(declaration.input, declaration.read(parts));
      const live = { gone: request.signal, whoNow: () => whoAsks(request.headers) };
      const output = await declaration.run(ctx, input, live);
      return respond(declaration.answer(output, ctx, input, requestId), requestId, entry.limits);
    } catch (error) {
      await entry.noteRefusal(error);
      return respond(errorAnswer(error, requestId), requestId, entry.limits);
    }
  }, declaration);
}

/** Makes a route handler of a declaration. It does four things: who asks, parse, run, answer. */
export const route = <Input, Output>(declaration: Declaration<Input, Output>): Handler =>
  handlerOf(declaration, async (headers, origin): Promise<Context> => {
    const actor = await whoAsks(headers);
    return { ...system(), actor, origin };
  });

/** The same for whoever brings a link or the token of the first run: nobody is asked who they are. */
export const openRoute = <Input, Output>(declaration: Declaration<Input, Output, OpenContext>): Handler =>
  handlerOf(declaration, async (_headers, origin): Promise<OpenContext> => ({
    ...system(),
    actor: null,
    origin,
  }));

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** All methods of one path; those that are not given answer 405 in the envelope. */
export function methods(given: Partial<Record<Method, Handler>>): Record<Method, Handler> {
  const allowed = Object.keys(given).join(', ');
  const refuse: Handler = Object.assign(
    async (request: Request) => {
      const requestId = requestIdOf(request);
      const error = new AppError('method_not_allowed', `This path answers ${allowed || 'no method'}.`);
      const answer = errorAnswer(error, requestId);
      return respond({ ...answer, headers: { allow: allowed } }, requestId);
    },
    { declared: null },
  );
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, ...given };
}

/** For paths that nobody serves. */
export const unknownPath: Handler = async (request) => {
  const requestId = requestIdOf(request);
  const error = new AppError(
    'unknown_path',
    'There is nothing at this path. The documented ones begin with /api/v1/.',
  );
  return respond(errorAnswer(error, requestId), requestId);
};
