import { behaviourOf, type StepName } from './behaviour';
import { createPingTask, type PingTask } from './ping-task';
import { stepOf } from './role';
import { findService } from './service-directory';
import type { SimulatedService } from './simulated-service';
import { rememberTask, type SimulatorState } from './state';

export type LaunchResult =
  | { kind: 'created' | 'stalled'; task: PingTask }
  | { kind: 'unknown_service' | 'server_error' | 'no_task_id' };

/** Launches without a pause of this length between them belong to one test. */
const testPauseMs = 60_000;
/** However quick the simulator runs, its caller still waits between rounds. */
const shortestTestPauseMs = 15_000;

export function launchPing(
  state: SimulatorState,
  serviceId: number,
  options: { pings: number; arp: boolean },
): LaunchResult {
  const service = findService(serviceId);
  if (!service) return { kind: 'unknown_service' };
  const { launch, step } = countLaunch(state, service);
  const fault = behaviourOf(step).launchFault;
  if (fault === 'server_error' || fault === 'no_task_id') return { kind: fault };
  const task = createPingTask({ service, step, launch, createdAt: state.now(), ...options }, state.taskMs);
  rememberTask(state, task);
  // A stalled launch made its task all the same: the router is pinged, and only the caller never hears of it.
  return { kind: fault === 'stall' ? 'stalled' : 'created', task };
}

function countLaunch(state: SimulatorState, service: SimulatedService): { launch: number; step: StepName } {
  const now = state.now();
  const before = state.launches.get(service.id);
  const launch = (before?.count ?? 0) + 1;
  state.launches.set(service.id, { count: launch, lastAt: now });
  const pauseMs = Math.max(shortestTestPauseMs, testPauseMs / state.speed);
  const startsTest = before === undefined || now - before.lastAt > pauseMs;
  const step = nextScriptedStep(state, service.id) ?? stepOf(service.role, { launch, startsTest });
  return { launch, step };
}

/** Uses up the script step by step; its last one stays. */
function nextScriptedStep(state: SimulatorState, serviceId: number): StepName | undefined {
  const script = state.scripts.get(serviceId);
  return script && script.length > 1 ? script.shift() : script?.[0];
}
