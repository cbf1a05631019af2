import {
  answers,
  answersByMac,
  answersSlowly,
  failsInRouter,
  failsInRouterEverySecondTime,
  isUnreachable,
  losesFirst,
  losesHalf,
  losesSome,
  timesOut,
  type PacketPattern,
} from './packet-pattern';

export type LaunchFault = 'stall' | 'server_error' | 'no_task_id';
export type ReadFault = 'http_500' | 'html_200' | 'html_521' | 'rate_limited' | 'key_refused' | 'not_found';
export type Ending = 'packets' | 'summary_only' | 'empty_list' | 'null' | 'text' | 'failure' | 'never';

export type Behaviour = {
  packets: PacketPattern;
  launchFault?: LaunchFault;
  /** What the first reads of a task meet, in this order; counted per task. */
  firstReads?: readonly ReadFault[];
  everyRead?: ReadFault;
  ending?: Ending;
  /** Busy for at least this long, before `speed` is applied. */
  atLeastMs?: number;
};

/** Every behaviour a launch can have. The cast uses some of them; a script may name any. */
export const behaviours = {
  stable: { packets: answers },
  half_loss: { packets: losesHalf },
  some_loss: { packets: losesSome },
  early_loss: { packets: losesFirst },
  silent: { packets: timesOut },
  jittery: { packets: answersSlowly },
  mac: { packets: answersByMac },
  host_unreachable: { packets: isUnreachable },
  router_error: { packets: failsInRouter },
  mixed: { packets: failsInRouterEverySecondTime },
  slow_task: { packets: answers, atLeastMs: 9_000 },
  never_finishes: { packets: answers, ending: 'never' },
  failure: { packets: answers, ending: 'failure' },
  empty_result: { packets: answers, ending: 'empty_list' },
  null_result: { packets: answers, ending: 'null' },
  text_result: { packets: failsInRouter, ending: 'text' },
  summary_only: { packets: timesOut, ending: 'summary_only' },
  server_error_first: { packets: answers, firstReads: ['http_500', 'http_500', 'http_500'] },
  html_first: { packets: answers, firstReads: ['html_200', 'html_521'] },
  rate_limited_first: { packets: answers, firstReads: ['rate_limited'] },
  key_refused_on_read: { packets: answers, everyRead: 'key_refused' },
  task_lost: { packets: answers, everyRead: 'not_found' },
  stall: { packets: answers, launchFault: 'stall' },
  launch_error: { packets: answers, launchFault: 'server_error' },
  no_task_id: { packets: answers, launchFault: 'no_task_id' },
} as const satisfies Record<string, Behaviour>;

export type StepName = keyof typeof behaviours;

export function isStepName(name: string): name is StepName {
  return Object.hasOwn(behaviours, name);
}

export function behaviourOf(step: StepName): Behaviour {
  return behaviours[step];
}
