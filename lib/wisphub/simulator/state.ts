import type { StepName } from './behaviour';
import type { PingTask, TaskMs } from './ping-task';

export const outageModes = ['none', 'html', 'refuse-key', 'silence'] as const;
export type OutageMode = (typeof outageModes)[number];

export type LoggedRequest = {
  at: string;
  method: string;
  path: string;
  service_id: number | null;
  task_id: string | null;
  outcome: string;
};

export type SimulatorState = {
  now: () => number;
  speed: number;
  key: string;
  /** How long tasks take; without it, as long as the cast's do. */
  taskMs: TaskMs | undefined;
  tasks: Map<string, PingTask>;
  scripts: Map<number, StepName[]>;
  launches: Map<number, { count: number; lastAt: number }>;
  requests: LoggedRequest[];
  outage: OutageMode;
  /** Customers that WispHub has lost. */
  hidden: Set<number>;
  /** How long a block of the customer list takes. */
  listDelayMs: number;
};

/** A demo runs for weeks: beyond this the oldest tasks and log lines are forgotten. */
const mostKept = 20_000;

export function createState(
  options: Pick<SimulatorState, 'now' | 'speed' | 'key' | 'taskMs'>,
): SimulatorState {
  return {
    ...options,
    tasks: new Map(),
    scripts: new Map(),
    launches: new Map(),
    requests: [],
    outage: 'none',
    hidden: new Set(),
    listDelayMs: 0,
  };
}

export function resetState(state: SimulatorState): void {
  state.tasks.clear();
  state.scripts.clear();
  state.launches.clear();
  state.requests.length = 0;
  state.outage = 'none';
  state.hidden.clear();
  state.listDelayMs = 0;
}

export function rememberTask(state: SimulatorState, task: PingTask): void {
  state.tasks.set(task.id, task);
  const [oldest] = state.tasks.keys();
  if (state.tasks.size > mostKept && oldest !== undefined) state.tasks.delete(oldest);
}

export function logRequest(state: SimulatorState, request: LoggedRequest): void {
  state.requests.push(request);
  if (state.requests.length > mostKept) state.requests.shift();
}
