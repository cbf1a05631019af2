import { readEvidence } from '@/lib/domain/evidence';
import { failure } from '@/lib/domain/failure';
import type { Observation } from '@/lib/domain/observation';
import { behaviourOf, type ReadFault, type StepName } from '@/lib/wisphub/simulator/behaviour';
import { netResult } from '@/lib/wisphub/simulator/net-result';
import type { PingTask } from '@/lib/wisphub/simulator/ping-task';

const RETRY_AFTER_MS = 5000;

/** What the runner learns from a launch that the line answers with this step. */
export function observeLaunch(step: StepName, taskId: string): Observation {
  switch (behaviourOf(step).launchFault) {
    case 'stall':
      return { kind: 'launch_unknown' };
    case 'server_error':
      return { kind: 'launch_refused', failure: failure('upstream', 'upstream_server') };
    case 'no_task_id':
      return { kind: 'launch_refused', failure: failure('upstream', 'upstream_bad_shape') };
    default:
      return { kind: 'launched', taskId };
  }
}

function observeFault(fault: ReadFault, at: Date): Observation {
  switch (fault) {
    case 'key_refused':
      return { kind: 'key_refused' };
    case 'not_found':
      return { kind: 'task_unknown' };
    case 'rate_limited':
      return { kind: 'wait', until: new Date(at.getTime() + RETRY_AFTER_MS) };
    default:
      return { kind: 'not_yet' };
  }
}

/** What the runner learns from one look at a task. `reads` counts the looks before this one. */
export function observeTask(task: PingTask, reads: number, at: Date): Observation {
  const { firstReads, everyRead, ending } = behaviourOf(task.step);
  const fault = firstReads?.[reads] ?? everyRead;
  if (fault !== undefined) return observeFault(fault, at);
  const isBusy = at.getTime() < task.createdAt + task.durationMs;
  if (isBusy || ending === 'never') return { kind: 'not_yet' };
  if (ending === 'failure') return { kind: 'task_failed', failure: failure('upstream', 'task_failed') };
  return { kind: 'evidence', evidence: readEvidence(netResult(task).result) };
}
