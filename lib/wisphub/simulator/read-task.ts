import { behaviourOf, type ReadFault } from './behaviour';
import type { PingTask } from './ping-task';
import type { SimulatorState } from './state';

export type TaskReading =
  | { kind: 'missing' }
  | { kind: 'fault'; task: PingTask; fault: ReadFault }
  | { kind: 'running'; task: PingTask; progress: 'PENDING' | 'PROCESS' }
  | { kind: 'done'; task: PingTask };

/** Counts the read, for some faults meet only the first reads of each task. */
export function readTask(state: SimulatorState, taskId: string): TaskReading {
  const task = state.tasks.get(taskId);
  if (!task) return { kind: 'missing' };
  const { firstReads, everyRead, ending } = behaviourOf(task.step);
  const fault = firstReads?.[task.reads] ?? everyRead;
  task.reads += 1;
  if (fault) return { kind: 'fault', task, fault };
  const elapsedMs = (state.now() - task.createdAt) * state.speed;
  if (ending === 'never') return { kind: 'running', task, progress: 'PENDING' };
  if (elapsedMs >= task.durationMs) return { kind: 'done', task };
  return { kind: 'running', task, progress: elapsedMs < task.durationMs / 2 ? 'PENDING' : 'PROCESS' };
}
