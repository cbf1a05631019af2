import type { StepName } from './behaviour';

/** How a service behaves over its launches: always the same step, or one of the two that have a rhythm. */
export type Role = StepName | 'stall_every_other_launch' | 'early_loss_once';

type LaunchHistory = {
  /** Counted from 1, this launch included. */
  launch: number;
  startsTest: boolean;
};

/** What the next launch of a service with this role does. */
export function stepOf(role: Role, { launch, startsTest }: LaunchHistory): StepName {
  if (role === 'stall_every_other_launch') return launch % 2 === 1 ? 'stall' : 'stable';
  if (role === 'early_loss_once') return startsTest ? 'early_loss' : 'stable';
  return role;
}
