import type { z } from 'zod';
import { envelopeSchema, errorMetaSchema, type Envelope } from '@/lib/domain/envelope';
import { ApiError } from './api-error';
import { backgroundMark } from './background-mark';
import { nextTask } from './next-task';

type Request = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal;
  timeoutMs?: number;
  headers?: Record<string, string>;
  /** True when the request must outlive a page that is closing. */
  keepalive?: boolean;
};

/** Longer than the server takes for the slowest answer, a launch that WispHub stalls on. */
const TIMEOUT_MS = 15_000;

async function send(
  path: string,
  { method = 'GET', body, signal, timeoutMs = TIMEOUT_MS, headers, keepalive }: Request,
): Promise<Response> {
  // A page asks for ten things at once as it opens: what somebody presses is heard between them.
  if (method === 'GET') await nextTask();
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(path, {
      method,
      keepalive,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      headers: {
        ...(method === 'GET' ? backgroundMark() : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: method === 'GET' ? undefined : JSON.stringify(body ?? {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError('network', 0, null, 'The server cannot be reached.');
  }
}

async function readEnvelope(response: Response): Promise<Envelope> {
  const parsed = envelopeSchema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return parsed.data;
  throw new ApiError(
    'network',
    response.ok ? 0 : response.status,
    null,
    'The server answered something unreadable.',
  );
}

function toError(envelope: Envelope, { status, headers }: Response): ApiError {
  const meta = errorMetaSchema.safeParse(envelope.meta);
  const code = meta.success ? meta.data.code : 'unknown';
  const requestId = meta.success ? meta.data.request_id : null;
  const wait = Number(headers.get('retry-after') ?? NaN);
  return new ApiError(code, status, requestId, envelope.message ?? code, Number.isFinite(wait) ? wait : null);
}

/**
 * Calls our API and parses the envelope's `data` with the given schema. Throws ApiError when the server refuses or
 * cannot be reached. A ping that could not be measured is an answer with HTTP 200, not an error.
 */
export async function api<Data>(path: string, schema: z.ZodType<Data>, request: Request = {}): Promise<Data> {
  const response = await send(path, request);
  const envelope = await readEnvelope(response);
  if (!response.ok) throw toError(envelope, response);
  return schema.parse(envelope.data);
}
