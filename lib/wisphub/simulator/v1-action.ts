import { behaviourOf } from './behaviour';
import type { PingTask } from './ping-task';

export type V1Action = 'stable_connection' | 'intermittent_connection' | 'no_internet' | 'ping_failed';

/** The envelope API's verdict: below 80 % received is intermittent, and a task without packets has failed. */
export function v1Action(task: PingTask): V1Action {
  const ending = behaviourOf(task.step).ending ?? 'packets';
  const measured = task.packets.filter(({ kind }) => kind !== 'router_error');
  if (ending !== 'packets' || measured.length === 0) return 'ping_failed';
  const share = measured.filter(({ kind }) => kind === 'reply').length / measured.length;
  if (share === 0) return 'no_internet';
  return share < 0.8 ? 'intermittent_connection' : 'stable_connection';
}
