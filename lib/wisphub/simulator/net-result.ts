import { behaviourOf } from './behaviour';
import { toResultList, toSummary } from './packet-result';
import type { PingTask } from './ping-task';
import { fractionOf } from './random';
import { toRouterOsClock, toRouterOsTime } from './router-os-time';

/** A finished task in the words of the `net` dialect. */
export function netResult(task: PingTask): { id: string; status: string; result: unknown } {
  const done = (result: unknown) => ({ id: task.id, status: 'SUCCESS', result });
  switch (behaviourOf(task.step).ending) {
    case 'failure':
      return { id: task.id, status: 'FAILURE', result: null };
    case 'null':
      return done(null);
    case 'empty_list':
      return done([]);
    case 'summary_only':
      return done([toSummary(task.packets)]);
    case 'text':
      return done('<strong>Error Mikrotik:</strong> input does not match any value of interface');
    default:
      return done(toResultList(task.packets, timeFormatOf(task.serviceId)));
  }
}

/** A few of the generated customers hang on a router whose version prints clock times. */
function timeFormatOf(serviceId: number): (microseconds: number) => string {
  const generated = serviceId % 25 === 0;
  return generated && fractionOf(serviceId, 'clock') < 0.05 ? toRouterOsClock : toRouterOsTime;
}
