import type { Reason } from '@/lib/domain/ping';
import type { StepName } from '@/lib/wisphub/simulator/behaviour';
import { fractionOf, pick } from '@/lib/wisphub/simulator/random';

type Reasons = readonly [Reason, ...Reason[]];

const OF_SILENCE: Reasons = ['no_browsing', 'no_browsing', 'no_browsing', 'other'];
const OF_LOSS: Reasons = ['drops', 'drops', 'slow'];
const OF_A_GOOD_LINE: Reasons = ['slow', 'slow', 'no_browsing', 'no_browsing', 'other', 'drops'];

function likelyReasons(step: StepName): Reasons {
  switch (step) {
    case 'silent':
    case 'host_unreachable':
    case 'router_error':
    case 'mac':
      return OF_SILENCE;
    case 'some_loss':
    case 'half_loss':
    case 'mixed':
      return OF_LOSS;
    case 'jittery':
      return ['slow'];
    default:
      return OF_A_GOOD_LINE;
  }
}

/** What the customer complained of; null when nobody wrote it down, about one call in seven. */
export function callReason(step: StepName, key: string): Reason | null {
  return fractionOf(key, 'no reason') < 0.14 ? null : pick(likelyReasons(step), key, 'reason');
}

const FIRST_PACKETS = 4;
const MORE_PACKETS = 20;

/** A line that drops, and a technician on the spot, start with a larger sample. */
export const packetsFor = (reason: Reason | null) =>
  reason === 'drops' || reason === 'technician' ? MORE_PACKETS : FIRST_PACKETS;
