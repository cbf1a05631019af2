// API tokens pass through here in a query, where they do not belong; none is kept, logged or answered.
import { database, system } from './compose';
import { insertAuditEntry } from './db/audit-entries';
import { hitRateCounter, type RateVerdict } from './db/rate-counters';
import { AppError } from './domain/app-error';
import type { Origin } from './domain/audit';
import type { Actor } from './domain/role';
import { log } from './log';
import { once } from './once';
import { noteRequest, patternOfPath } from './request-log';
import { originOf } from './request-origin';
import { REQUEST_HEADER } from './request-scope';
import { patternOf, type Params } from './pattern-of';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const TOKEN_PARAMETERS = ['token', 'access_token'];
const LIKE_A_TOKEN = /^pulso_[\w-]{20,}$/;

/** An address is kept in logs and histories on the way, so a token that came in one is known to others. */
export function refuseTokenInUrl(request: Request): void {
  const given = [...new URL(request.url).searchParams].some(
    ([name, value]) => TOKEN_PARAMETERS.includes(name.toLowerCase()) || LIKE_A_TOKEN.test(value),
  );
  if (!given) return;
  throw new AppError(
    'invalid_request',
    'Send the token as the header "Authorization: Bearer …", never in the address, where logs keep it. Revoke this one and make another.',
    { fields: { token: 'expected in the Authorization header' } },
  );
}

const limitHeaders = (most: number, { remaining, retryAfterSeconds }: RateVerdict) => ({
  'ratelimit-limit': String(most),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(retryAfterSeconds),
});

/** Counts a request of this person or token. Throws AppError `rate_limited`; answers what a program is told of its limit. */
async function countRequest(actor: Actor): Promise<Record<string, string>> {
  const { limits, now } = system();
  const isPerson = actor.kind === 'user';
  const most = isPerson ? limits.requestsPerMinute : limits.tokenRequestsPerMinute;
  const key = `requests:${actor.kind}:${actor.id}`;
  const verdict = await hitRateCounter(database(), key, { most, windowMs: MINUTE_MS, now: now() });
  const headers = limitHeaders(most, verdict);
  if (verdict.allowed) return isPerson ? {} : headers;
  throw new AppError(
    'rate_limited',
    `The limit is ${most} requests a minute for each ${isPerson ? 'person' : 'token'}. Wait ${verdict.retryAfterSeconds} s.`,
    { retryAfterSeconds: verdict.retryAfterSeconds, headers },
  );
}

const MOST_REMEMBERED = 10_000;

/** Until when no more is to be written of a token at an address, as far as this process knows. */
const knownUses = once('token-uses', () => new Map<string, number>());

/** Leaves a row when a token comes from an address that it has not come from for a day. */
async function noteTokenUse(actor: Actor, origin: Origin): Promise<void> {
  if (actor.kind !== 'token') return;
  const key = `token-use:${actor.id}:${origin.address ?? 'unknown'}`;
  const now = system().now();
  if ((knownUses().get(key) ?? 0) > now.getTime()) return;
  await database().transaction(async (tx) => {
    const first = await hitRateCounter(tx, key, { most: 1, windowMs: DAY_MS, now });
    if (knownUses().size >= MOST_REMEMBERED) knownUses().clear();
    knownUses().set(key, now.getTime() + Math.min(first.retryAfterSeconds * 1000, DAY_MS));
    if (!first.allowed) return;
    const target = { kind: 'token', id: actor.id, name: actor.name };
    await insertAuditEntry(tx, {
      actor,
      action: 'token_use',
      outcome: 'done',
      target,
      changes: null,
      origin,
    });
  });
}

/** Leaves a row when somebody asked for what is not theirs; at most one a minute for each caller and path. */
async function noteRefusal(actor: Actor, origin: Origin, asked: string): Promise<void> {
  try {
    await database().transaction(async (tx) => {
      const limit = { most: 1, windowMs: MINUTE_MS, now: system().now() };
      if (!(await hitRateCounter(tx, `refused:${actor.id}:${asked}`, limit)).allowed) return;
      await insertAuditEntry(tx, {
        actor,
        action: 'permission',
        outcome: 'refused',
        target: { kind: 'route', id: asked, name: null },
        changes: null,
        origin,
      });
    });
  } catch (failure) {
    // The refusal itself stands; that it left no trace is for the log.
    log().error({ err: failure }, 'a refusal could not be written to the audit trail');
  }
}

/** The same for a page, which has no admission of its own. */
export async function notePageRefusal(actor: Actor, headers: Headers): Promise<void> {
  const asked = patternOfPath(headers.get('x-path') ?? '/');
  await noteRefusal(actor, originOf(headers, headers.get(REQUEST_HEADER)), `GET ${asked}`);
}

export type Admission = {
  origin: Origin;
  /** What a program is told of its limit; empty before `admit`, and for people. */
  limits: Record<string, string>;
  /** Lets the caller in, within their limit. Throws AppError `rate_limited`. */
  admit(actor: Actor | null): Promise<void>;
  /** Writes down that the caller was refused, if it was for want of a right. */
  noteRefusal(error: unknown): Promise<void>;
};

/**
 * What every request passes before it is carried out, apart from who asks. Call `admit` once
 * the caller is known (null for whoever brings a link), and `noteRefusal` with what went wrong.
 */
export function admission(
  request: Request,
  params: Promise<Params | undefined>,
  requestId: string,
): Admission {
  let caller: Actor | null = null;
  const it: Admission = {
    origin: originOf(request.headers, requestId),
    limits: {},
    async admit(actor) {
      caller = actor;
      noteRequest(requestId, { actor: actor?.kind ?? 'nobody' });
      if (actor === null) return;
      it.limits = await countRequest(actor);
      await noteTokenUse(actor, it.origin);
    },
    async noteRefusal(error) {
      if (caller === null || !(error instanceof AppError) || error.code !== 'forbidden') return;
      const asked = `${request.method} ${patternOf(new URL(request.url), (await params) ?? {})}`;
      await noteRefusal(caller, it.origin, asked);
    },
  };
  return it;
}
