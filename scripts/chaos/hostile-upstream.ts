import { answerWith, json, payload, startTestUpstream, type Respond } from '@/lib/wisphub/test-upstream';
import type { UpstreamCall } from '@/lib/domain/upstream-call';
import type { Scope } from '../shutdown';

/** One request as this upstream saw it. */
export type Call = {
  /** Milliseconds on the clock of this process, which no correction of the time moves. */
  at: number;
  kind: UpstreamCall;
  /** The service of a launch or of a search for one, the id of a task, or `all` for a block of the list. */
  target: string;
  /** What stood in the place of the key. */
  key: string;
  dialect: 'net' | 'v1';
};

export type HostileUpstream = {
  origin: string;
  calls: readonly Call[];
  /** Addresses that neither dialect has. */
  strays: readonly string[];
};

export const nowMs = () => performance.timeOrigin + performance.now();

const PATHS: readonly [RegExp, UpstreamCall, Call['dialect']][] = [
  [/^POST \/api\/clientes\/(\d+)\/ping\/$/, 'launch', 'net'],
  [/^GET \/api\/tasks\/([^/]+)\/$/, 'read', 'net'],
  [/^GET \/api\/clientes\/\?id_servicio=(\d+)&limit=2$/, 'list', 'net'],
  [/^GET \/api\/clientes\/\?limit=\d+&offset=\d+$/, 'list', 'net'],
  [/^POST \/api\/v1\/(\d+)\/ping\/$/, 'launch', 'v1'],
  [/^GET \/api\/v1\/ping\/([^/]+)\/$/, 'read', 'v1'],
];

function parseCall(method: string, url: string, authorization: string): Call | null {
  for (const [pattern, kind, dialect] of PATHS) {
    const found = pattern.exec(`${method} ${url}`);
    if (found === null) continue;
    const target = decodeURIComponent(found[1] ?? 'all');
    return { at: nowMs(), kind, target, dialect, key: authorization.replace(/^\S+ /, '') };
  }
  return null;
}

/** The id that a good launch gives to its task. */
export const taskOf = (serviceId: string | number) => `task-${serviceId}`;

const customer = (id: string) => ({ id_servicio: Number(id), nombre: `Cliente ${id}`, ip: '10.20.30.40' });

/** What an upstream in good health answers, which lists these customers. */
export function goodAnswer(
  { kind, target, dialect }: Call,
  listed: Iterable<string> = ['1', '2', '3'],
): Respond {
  if (kind === 'list') {
    const results = (target === 'all' ? [...listed] : [target]).map(customer);
    return json(200, { count: results.length, next: null, previous: null, results });
  }
  if (kind === 'read') return answerWith(200, payload(`${dialect}-stable.json`));
  const task_id = taskOf(target);
  return dialect === 'net'
    ? json(202, { task_id, status: 'PROCESS' })
    : json(200, {
        ok: true,
        type: 'success',
        action: 'ping_created',
        data: { task_id },
        message: null,
        meta: null,
      });
}

/** A WispHub of either dialect that keeps a log of its own, and answers each call as the experiment says. */
export async function startHostileUpstream(
  scope: Scope,
  answerOf: (call: Call) => Respond,
): Promise<HostileUpstream> {
  const calls: Call[] = [];
  const strays: string[] = [];
  const upstream = await startTestUpstream();
  scope.defer(() => upstream.close());
  upstream.answer((response, request) => {
    const call = parseCall(request.method, request.url, request.headers.authorization ?? '');
    if (call === null) {
      strays.push(request.url);
      return answerWith(404, '{}')(response, request);
    }
    calls.push(call);
    answerOf(call)(response, request);
  });
  return { origin: upstream.origin, calls, strays };
}
