// This module sends the upstream key. The key goes into one header and nowhere else: no log, no error, no other host.
import { Agent, errors, type Dispatcher } from 'undici';
import type { UpstreamCall } from '@/lib/domain/upstream-call';
import { createBreaker } from './breaker';
import type { Fault, FaultKind, UpstreamAnswer } from './fault';
import { parseBody } from './parse-body';
import { redactor } from './redact';
import { retryAfterMs } from './retry-after';

const CONNECT_TIMEOUT_MS = 3000;
const MOST_BYTES = 2 * 1024 * 1024;

export type UpstreamOptions = {
  /** The only host the key is ever sent to. */
  origin: string;
  authorization: string;
  timeoutMs: number;
  onCall?: (call: { kind: UpstreamCall; ms: number; fault: FaultKind | null }) => void;
};

export type UpstreamRequest = {
  kind: UpstreamCall;
  method: 'GET' | 'POST';
  /** Path and query, already encoded. */
  path: string;
  body?: unknown;
  timeoutMs?: number | undefined;
  /** True when a server error is this dialect's way of saying something else, and not a sign of an outage. */
  serverErrorIsAnswer?: boolean;
};

export type Upstream = {
  call(request: UpstreamRequest): Promise<UpstreamAnswer>;
  isOpen(kind: UpstreamCall): boolean;
  close(): Promise<void>;
};

const fault = (kind: FaultKind, more: Partial<Fault> = {}): UpstreamAnswer => ({
  ok: false,
  fault: { kind, sent: true, answered: true, retryAfterMs: null, ...more },
});

async function readCapped(body: Dispatcher.ResponseData['body']): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const JSON_TYPE = /^application\/(?:[\w.]+\+)?json\b/i;

function statusFault(status: number, type: string, retryAfter: string | undefined): UpstreamAnswer | null {
  const isPage = /\bx?html\b/i.test(type);
  if (status === 429) return fault('rate_limited', { retryAfterMs: retryAfterMs(retryAfter, Date.now()) });
  // 504 and 524 are the word of a gateway that waited in vain: what stood behind it may have done the work.
  if (status >= 500) return fault('server', { answered: status !== 504 && status !== 524 });
  if (status >= 300 && status < 400) return fault('bad_shape');
  if (!JSON_TYPE.test(type)) return fault(isPage ? 'html' : 'bad_json');
  if (status === 401 || status === 403) return fault('auth');
  if (status === 404) return fault('not_found');
  return status >= 400 ? fault('rejected') : null;
}

const header = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

async function receive(
  response: Dispatcher.ResponseData,
  redact: (text: string) => string,
): Promise<UpstreamAnswer> {
  const type = header(response.headers['content-type']) ?? '';
  const refused = statusFault(response.statusCode, type, header(response.headers['retry-after']));
  // Destroying a body emits an error on it, and an error that nobody listens to ends the process.
  response.body.on('error', () => {});
  if (refused) {
    response.body.destroy();
    return refused;
  }
  const bytes = await readCapped(response.body);
  if (bytes === null) {
    response.body.destroy();
    return fault('too_large');
  }
  return parseBody(bytes, redact);
}

/** No connection, no name, no trusted certificate: nothing of the request left this machine. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EPROTO|CERT_.*|ERR_TLS_.*|ERR_SSL_.*|.*_CERT|.*_CERT_.*|UNABLE_TO_.*)$/;

function thrown(error: unknown): UpstreamAnswer {
  const name = error instanceof Error ? error.name : '';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const neverSent = error instanceof errors.ConnectTimeoutError || NEVER_SENT.test(code);
  if (neverSent) return fault('network', { sent: false, answered: false });
  if (error instanceof errors.ResponseExceededMaxSizeError) return fault('too_large');
  const isTimeout = name === 'TimeoutError' || name.endsWith('TimeoutError');
  return fault(isTimeout ? 'timeout' : 'network', { answered: false });
}

/** Answers that show an upstream at work, even where they are not what was asked for. */
const SIGNS_OF_LIFE: readonly FaultKind[] = ['not_found', 'rejected', 'rate_limited'];

function isOutage(request: UpstreamRequest, fault: FaultKind | null): boolean {
  if (fault === null || SIGNS_OF_LIFE.includes(fault)) return false;
  return !(fault === 'server' && request.serverErrorIsAnswer);
}

/**
 * One careful HTTP client for one upstream: a deadline on the whole call, at most 2 MB of body, no redirects, the
 * content type checked before anything is parsed, a closed set of faults, and a circuit breaker for each kind of call.
 * It never throws and never repeats a call by itself.
 */
export function createUpstream({ origin, authorization, timeoutMs, onCall }: UpstreamOptions): Upstream {
  const agent = new Agent({
    connect: { timeout: Math.min(CONNECT_TIMEOUT_MS, timeoutMs) },
    maxResponseSize: MOST_BYTES + 1,
  });
  const breaker = createBreaker();
  const redact = redactor(authorization.replace(/^\S+ /, ''));

  async function send(request: UpstreamRequest): Promise<UpstreamAnswer> {
    try {
      const response = await agent.request({
        origin,
        path: request.path,
        method: request.method,
        headers: {
          authorization,
          accept: 'application/json',
          'accept-encoding': 'identity',
          ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: request.body === undefined ? undefined : JSON.stringify(request.body),
        signal: AbortSignal.timeout(Math.min(request.timeoutMs ?? timeoutMs, timeoutMs)),
      });
      return await receive(response, redact);
    } catch (error) {
      return thrown(error);
    }
  }

  return {
    async call(request) {
      const startedAt = performance.now();
      const answer = await breaker.run(
        request.kind,
        () => send(request),
        request.serverErrorIsAnswer ?? false,
      );
      const ms = performance.now() - startedAt;
      const fault = answer.ok ? null : answer.fault.kind;
      // A call that the breaker refused was none, and says nothing new of the upstream.
      if (fault !== 'breaker_open')
        onCall?.({ kind: request.kind, ms, fault: isOutage(request, fault) ? fault : null });
      return answer;
    },
    isOpen: (kind) => breaker.isOpen(kind),
    close: () => agent.destroy(),
  };
}
