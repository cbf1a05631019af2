import { json, redirect, htmlPage, type Answer, type SimulatorRequest } from './answer';
import { toCustomerRecord } from './customer-record';
import { customerList } from './customer-list';
import { faultAnswer, serverErrorPage } from './fault-answer';
import { launchPing } from './launch-ping';
import { parseNetPingRequest } from './net-ping-request';
import { netResult } from './net-result';
import { readTask } from './read-task';
import { findService } from './service-directory';
import type { SimulatorState } from './state';

const pingPath = /^\/api\/clientes\/(\d{1,15})\/ping\/$/;
const taskPath = /^\/api\/tasks\/([^/]+)\/$/;
const customerPath = /^\/api\/clientes\/(\d{1,15})\/$/;

/** WispHub's own API. */
export function netRoutes(request: SimulatorRequest, state: SimulatorState): Answer {
  const { method, path, query } = request;
  if (!path.endsWith('/')) return withoutFinalSlash(request);
  if (request.authorization !== `Api-Key ${state.key}`) return keyRefused(request.authorization);
  const pingId = pingPath.exec(path)?.[1];
  const taskId = taskPath.exec(path)?.[1];
  const customerId = customerPath.exec(path)?.[1];
  if (pingId !== undefined)
    return method === 'POST' ? createPing(request, state, Number(pingId)) : notAllowed(method);
  if (method !== 'GET') return notAllowed(method);
  if (taskId !== undefined) return showTask(state, taskId);
  if (customerId !== undefined) return showCustomer(state, Number(customerId));
  if (path === '/api/clientes/') return listCustomers(query, state);
  return { outcome: 'no_such_path', send: htmlPage(404, 'Not Found') };
}

export function netKeyRefused(detail: string): Answer {
  return { outcome: 'key_refused', send: json(403, { detail }) };
}

function keyRefused(authorization: string | null): Answer {
  return netKeyRefused(
    authorization === null ? 'Las credenciales de autenticación no se proveyeron.' : 'Llave inválida.',
  );
}

function withoutFinalSlash({ method, path, query }: SimulatorRequest): Answer {
  if (method !== 'GET') return { outcome: 'no_final_slash', send: serverErrorPage() };
  const search = query.size > 0 ? `?${query}` : '';
  return { outcome: 'redirected', send: redirect(301, `${path}/${search}`) };
}

function notAllowed(method: string): Answer {
  return { outcome: 'not_allowed', send: json(405, { detail: `Método "${method}" no permitido.` }) };
}

function unknownService(serviceId: number): Answer {
  return { outcome: 'unknown_service', serviceId, send: json(404, { detail: 'No encontrado.' }) };
}

const isKnown = (state: SimulatorState, serviceId: number) =>
  findService(serviceId) !== null && !state.hidden.has(serviceId);

/** Only a look at everybody is slowed down: whoever asks for one customer must not wait for another's test. */
function listCustomers(query: URLSearchParams, state: SimulatorState): Answer {
  const afterMs = query.has('id_servicio') ? 0 : state.listDelayMs;
  return { outcome: 'listed', send: json(200, customerList(query, state.hidden)), afterMs };
}

function createPing(request: SimulatorRequest, state: SimulatorState, serviceId: number): Answer {
  if (!isKnown(state, serviceId)) return unknownService(serviceId);
  const wanted = parseNetPingRequest(request.body);
  if (!wanted.ok) return { outcome: 'invalid', serviceId, send: json(400, wanted.errors) };
  const result = launchPing(state, serviceId, wanted);
  switch (result.kind) {
    case 'unknown_service':
      return unknownService(serviceId);
    case 'server_error':
      return { outcome: 'server_error', serviceId, send: serverErrorPage() };
    case 'no_task_id':
      return { outcome: 'no_task_id', serviceId, send: json(202, { status: 'PROCESS' }) };
    case 'stalled':
      return { outcome: 'stalled', serviceId, taskId: result.task.id, send: 'hold' };
    case 'created': {
      const taskId = result.task.id;
      return {
        outcome: 'created',
        serviceId,
        taskId,
        send: json(202, { task_id: taskId, status: 'PROCESS' }),
      };
    }
  }
}

function showTask(state: SimulatorState, taskId: string): Answer {
  const reading = readTask(state, taskId);
  if (reading.kind === 'missing') {
    return { outcome: 'unknown_task', taskId, send: json(404, { detail: 'No encontrado.' }) };
  }
  const { task } = reading;
  const about = { serviceId: task.serviceId, taskId };
  if (reading.kind === 'fault') {
    return { ...about, outcome: reading.fault, send: faultAnswer(reading.fault, state.speed) };
  }
  if (reading.kind === 'done')
    return { ...about, outcome: 'result', send: json(200, { task: netResult(task) }) };
  const running = { id: taskId, status: reading.progress, result: null };
  return { ...about, outcome: 'pending', send: json(200, { task: running }) };
}

/** The detail of one customer has no name in it, which is why everybody uses the list instead. */
function showCustomer(state: SimulatorState, serviceId: number): Answer {
  const service = findService(serviceId);
  if (!service || !isKnown(state, serviceId))
    return { outcome: 'unknown_service', serviceId, send: json(404, { detail: 'No encontrado.' }) };
  const { usuario, estado, ip, comentarios } = toCustomerRecord(service);
  const detail = { id_servicio: serviceId, usuario, nombre: null, estado, ip, comentarios };
  return { outcome: 'shown', serviceId, send: json(200, detail) };
}
