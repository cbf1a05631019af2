import type { Evidence } from './evidence';
import type { Failure } from './failure';
import type { Verdict } from './verdict';

/** What the runner learnt since it last looked at a running ping. */
export type Observation =
  /** WispHub created the task. */
  | { kind: 'launched'; taskId: string }
  /** WispHub certainly did not create it and will not. */
  | { kind: 'launch_refused'; failure: Failure }
  /** Nobody knows whether WispHub created it: a stall, a reset, a crash of ours. */
  | { kind: 'launch_unknown' }
  /** The upstream budget has no room for an extension; nothing was sent, and what was measured stands. */
  | { kind: 'no_room' }
  /** It is not our turn; nothing was sent. */
  | { kind: 'wait'; until: Date }
  /** The task went on when WispHub was asked for it; without that moment, the look taught nothing. */
  | { kind: 'not_yet'; askedAt?: Date }
  | { kind: 'key_refused' }
  | { kind: 'task_unknown' }
  | { kind: 'task_failed'; failure: Failure }
  | { kind: 'evidence'; evidence: Evidence }
  /** An upstream that judges by itself and shows no packets. */
  | { kind: 'verdict'; verdict: Verdict }
  /** Only time has passed. */
  | { kind: 'clock' };
