import type { Answer, SimulatorRequest } from './answer';
import { controlRoutes } from './control-routes';
import { outagePage } from './fault-answer';
import { netKeyRefused, netRoutes } from './net-routes';
import { logRequest, type SimulatorState } from './state';
import { v1KeyRefused, v1Routes } from './v1-routes';

/** Finds the answer and writes the witness's log; the controls themselves are not in it. */
export function answerRequest(request: SimulatorRequest, state: SimulatorState): Answer {
  if (request.path.startsWith('/__simulator/')) return controlRoutes(request, state);
  const answer = apiAnswer(request, state);
  logRequest(state, {
    at: new Date(state.now()).toISOString(),
    method: request.method,
    path: request.path,
    service_id: answer.serviceId ?? serviceIdIn(request.path),
    task_id: answer.taskId ?? null,
    outcome: answer.outcome,
  });
  return answer;
}

function apiAnswer(request: SimulatorRequest, state: SimulatorState): Answer {
  const isV1 = request.path.startsWith('/api/v1/');
  switch (state.outage) {
    case 'html':
      return { outcome: 'outage_html', send: outagePage() };
    case 'silence':
      return { outcome: 'outage_silence', send: 'hold' };
    case 'refuse-key':
      return isV1 ? v1KeyRefused(request.authorization) : netKeyRefused('Llave inválida.');
    case 'none':
      return isV1 ? v1Routes(request, state) : netRoutes(request, state);
  }
}

/** So that an attempt that never reached a route still counts for its service. */
function serviceIdIn(path: string): number | null {
  const id = /^\/api\/(?:clientes|v1)\/(\d{1,15})\//.exec(path)?.[1];
  return id === undefined ? null : Number(id);
}
