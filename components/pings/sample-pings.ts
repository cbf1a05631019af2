import {
  CIRCUMSTANCE_SAMPLES,
  PACKET_SAMPLES,
  REMARK_SAMPLES,
  WRONG_CUSTOMER_SAMPLES,
} from './sample-evidence';
import { FAILURE_SAMPLES, MORE_FAILURE_SAMPLES } from './sample-failures';
import { LINE_SAMPLES } from './sample-histories';
import { LEFT_SAMPLES } from './sample-left';
import type { ResultSample } from './sample-ping';
import { QUIET_SAMPLES } from './sample-quiet';
import { INTERMITTENT_SAMPLES, SILENT_SAMPLES, STABLE_SAMPLES } from './sample-verdicts';

/** Every result of the gallery, each judged by the product's own rules. */
export const RESULT_SAMPLES: readonly ResultSample[] = [
  ...STABLE_SAMPLES,
  ...INTERMITTENT_SAMPLES,
  ...SILENT_SAMPLES,
  ...FAILURE_SAMPLES,
  ...MORE_FAILURE_SAMPLES,
  ...REMARK_SAMPLES,
  ...PACKET_SAMPLES,
  ...CIRCUMSTANCE_SAMPLES,
  ...WRONG_CUSTOMER_SAMPLES,
  ...LINE_SAMPLES,
  ...LEFT_SAMPLES,
  ...QUIET_SAMPLES,
];
