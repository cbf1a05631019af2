import { z } from 'zod';
import { json, parseJson, type Answer, type SimulatorRequest } from './answer';
import { behaviours, isStepName } from './behaviour';
import { doneAt } from './ping-task';
import { findService } from './service-directory';
import { outageModes, resetState, type SimulatorState } from './state';

const scriptSchema = z.object({
  service_id: z.coerce.number().int(),
  steps: z.array(z.string()).min(1),
});
const customersSchema = z.object({
  hidden: z.array(z.number().int()).optional(),
  list_delay_ms: z.number().int().min(0).max(10_000).optional(),
});
const outageSchema = z.object({ mode: z.enum(outageModes) });

/** For tests and training: what the simulator did, and what it shall do next. */
export function controlRoutes(request: SimulatorRequest, state: SimulatorState): Answer {
  if (!request.fromLoopback) return refuse(403, 'Loopback only.');
  if (request.authorization !== `Bearer ${state.key}`) return refuse(401, 'The key is missing or wrong.');
  switch (`${request.method} ${request.path.replace(/\/$/, '')}`) {
    case 'POST /__simulator/reset':
      resetState(state);
      return done({ ok: true });
    case 'POST /__simulator/script':
      return setScript(request.body, state);
    case 'POST /__simulator/outage':
      return setOutage(request.body, state);
    case 'POST /__simulator/customers':
      return setCustomers(request.body, state);
    case 'GET /__simulator/launches':
      return showLaunches(state);
    case 'GET /__simulator/tasks':
      return showTasks(state);
    case 'GET /__simulator/requests':
      return showRequests(request.query, state);
    default:
      return refuse(404, 'No such control.');
  }
}

function setScript(body: string, state: SimulatorState): Answer {
  const script = scriptSchema.safeParse(parseJson(body));
  if (!script.success) return refuse(400, z.prettifyError(script.error));
  const { service_id: serviceId } = script.data;
  const steps = script.data.steps.filter(isStepName);
  if (steps.length < script.data.steps.length) {
    return refuse(400, `Steps are: ${Object.keys(behaviours).join(', ')}.`);
  }
  if (!findService(serviceId)) return refuse(404, `There is no service ${serviceId}.`);
  state.scripts.set(serviceId, steps);
  return done({ ok: true, service_id: serviceId, steps: script.data.steps });
}

function setOutage(body: string, state: SimulatorState): Answer {
  const outage = outageSchema.safeParse(parseJson(body));
  if (!outage.success) return refuse(400, `Modes are: ${outageModes.join(', ')}.`);
  state.outage = outage.data.mode;
  return done({ ok: true, mode: state.outage });
}

/** Which customers WispHub has lost from now on, and how long each block of its list takes. */
function setCustomers(body: string, state: SimulatorState): Answer {
  const change = customersSchema.safeParse(parseJson(body));
  if (!change.success) return refuse(400, z.prettifyError(change.error));
  const { hidden, list_delay_ms: delayMs } = change.data;
  if (hidden !== undefined) state.hidden = new Set(hidden);
  if (delayMs !== undefined) state.listDelayMs = delayMs;
  return done({ ok: true, hidden: [...state.hidden], list_delay_ms: state.listDelayMs });
}

/** All of them, or with `?service_id=` those of one service, for tests that share the simulator. */
function showRequests(query: URLSearchParams, state: SimulatorState): Answer {
  const serviceId = query.get('service_id');
  const requests = state.requests.filter(
    (request) => serviceId === null || String(request.service_id) === serviceId,
  );
  return done({ requests });
}

/** How many launches each service has seen since the start; unlike the log it forgets nothing. */
function showLaunches(state: SimulatorState): Answer {
  const launches = Object.fromEntries([...state.launches].map(([id, { count }]) => [id, count]));
  return done({ launches });
}

/** When each task was made, and from when on its result can be read, in milliseconds since 1970. */
function showTasks(state: SimulatorState): Answer {
  const tasks = [...state.tasks.values()].map((task) => ({
    task_id: task.id,
    service_id: task.serviceId,
    packets: task.packets.length,
    created_at_ms: task.createdAt,
    done_at_ms: doneAt(task, state.speed),
  }));
  return done({ tasks });
}

function done(value: unknown): Answer {
  return { outcome: 'controlled', send: json(200, value) };
}

function refuse(status: number, error: string): Answer {
  return { outcome: 'control_refused', send: json(status, { error }) };
}
