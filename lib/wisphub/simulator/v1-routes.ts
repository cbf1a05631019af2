import { z } from 'zod';
import { json, parseJson, redirect, text, type Answer, type SimulatorRequest } from './answer';
import { faultAnswer, serverErrorPage } from './fault-answer';
import { launchPing } from './launch-ping';
import { readTask } from './read-task';
import type { SimulatorState } from './state';
import { v1Action, type V1Action } from './v1-action';

const createPath = /^\/api\/v1\/(\d{1,15})\/ping\/$/;
const resultPath = /^\/api\/v1\/ping\/([^/]+)\/$/;
const bodySchema = z.object({ pings: z.number().int().min(1).max(100) });

type EnvelopeType = 'success' | 'info' | 'error';

const typeOf: Record<V1Action, EnvelopeType> = {
  stable_connection: 'success',
  intermittent_connection: 'info',
  no_internet: 'info',
  ping_failed: 'error',
};

/** The envelope API, as its public implementation behaves and not as its pages say. */
export function v1Routes(request: SimulatorRequest, state: SimulatorState): Answer {
  const { method, path } = request;
  if (!path.endsWith('/')) return { outcome: 'redirected', send: redirect(307, `${path}/`) };
  if (request.authorization !== `Bearer ${state.key}`) return v1KeyRefused(request.authorization);
  const serviceId = createPath.exec(path)?.[1];
  const taskId = resultPath.exec(path)?.[1];
  if (serviceId !== undefined && method === 'POST') return createPing(request, state, Number(serviceId));
  if (taskId !== undefined && method === 'GET') return showResult(state, taskId);
  if (serviceId === undefined && taskId === undefined) {
    return { outcome: 'no_such_path', send: json(404, { detail: 'Not Found' }) };
  }
  return { outcome: 'not_allowed', send: json(405, { detail: 'Method Not Allowed' }) };
}

/** A missing token is answered by the framework, a wrong one by the application. */
export function v1KeyRefused(authorization: string | null): Answer {
  const body =
    authorization === null ? { detail: 'Not authenticated' } : envelope('error', 'error', 'Token inválido.');
  return { outcome: 'key_refused', send: json(401, body) };
}

function envelope(type: EnvelopeType, action: string, message: string | null = null, data: unknown = null) {
  return { ok: type !== 'error', type, action, data, message, meta: null };
}

function createPing(request: SimulatorRequest, state: SimulatorState, serviceId: number): Answer {
  const body = bodySchema.safeParse(parseJson(request.body));
  if (!body.success) {
    const refusal = envelope('error', 'error', 'pings debe ser un entero de 1 a 100.');
    return { outcome: 'invalid', serviceId, send: json(400, refusal) };
  }
  const result = launchPing(state, serviceId, { pings: body.data.pings, arp: false });
  switch (result.kind) {
    case 'stalled':
      return { outcome: 'stalled', serviceId, taskId: result.task.id, send: 'hold' };
    case 'created': {
      const taskId = result.task.id;
      const created = envelope('success', 'ping_created', null, { task_id: taskId });
      return { outcome: 'created', serviceId, taskId, send: json(200, created) };
    }
    case 'server_error':
      return { outcome: 'server_error', serviceId, send: serverErrorPage() };
    default:
      return { outcome: result.kind, serviceId, send: json(200, envelope('error', 'ping_failed')) };
  }
}

function showResult(state: SimulatorState, taskId: string): Answer {
  const reading = readTask(state, taskId);
  if (reading.kind === 'missing') {
    const missing = envelope('error', 'error', 'Tarea no encontrada.');
    return { outcome: 'unknown_task', taskId, send: json(404, missing) };
  }
  const { task } = reading;
  const about = { serviceId: task.serviceId, taskId };
  if (reading.kind === 'fault') {
    return { ...about, outcome: reading.fault, send: faultAnswer(reading.fault, state.speed) };
  }
  if (reading.kind === 'running') return { ...about, outcome: 'pending', send: pending(task.reads) };
  const action = v1Action(task);
  return { ...about, outcome: 'result', send: json(200, envelope(typeOf[action], action)) };
}

/** Pending has no answer of its own: the implementation breaks, and every third time it breaks harder. */
function pending(reads: number): Answer['send'] {
  if (reads % 3 === 0) return text(500, 'Internal Server Error');
  return json(500, envelope('error', 'error', 'Ocurrió un error interno en el servidor.'));
}
