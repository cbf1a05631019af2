import type { Evidence } from '@/lib/domain/evidence';
import type { Failure } from '@/lib/domain/failure';
import type { Service } from '@/lib/domain/service';
import type { Verdict } from '@/lib/domain/verdict';
import type { UpstreamCall } from '@/lib/domain/upstream-call';

export type LaunchAnswer =
  | { kind: 'launched'; taskId: string }
  /** The upstream has certainly not started it and will not. */
  | { kind: 'refused'; failure: Failure }
  /** Nobody knows: no answer came. */
  | { kind: 'unknown' }
  /** Not now: nothing was started, and the same launch may be sent again. */
  | { kind: 'slow_down'; retryAfterMs: number }
  | { kind: 'unavailable'; retryAfterMs: number };

export type TaskAnswer =
  /** Blind when the answer does not say how the task is. */
  | { kind: 'not_yet'; blind?: true }
  | { kind: 'evidence'; evidence: Evidence; body: string }
  | { kind: 'verdict'; verdict: Verdict; body: string }
  | { kind: 'task_failed'; failure: Failure; body: string }
  | { kind: 'task_unknown' }
  | { kind: 'key_refused' }
  | { kind: 'slow_down'; retryAfterMs: number }
  /** Nothing was asked: the upstream has stopped answering. */
  | { kind: 'unavailable'; retryAfterMs: number };

export type ServicesAnswer =
  | { kind: 'services'; services: Service[]; received: number; more: boolean; count: number | null }
  | { kind: 'slow_down'; retryAfterMs: number }
  | { kind: 'unavailable'; retryAfterMs: number }
  | { kind: 'fault'; failure: Failure };

/** WispHub as the rest of the product knows it. No method throws. */
export type Gateway = {
  /** True when the upstream shows single packets, so that a ping can have rounds, counts and an extension. */
  showsPackets: boolean;
  launch(serviceId: number, packets: number): Promise<LaunchAnswer>;
  /** `timeoutMs` is less patience than a call has anyway, for a look that comes shortly before a deadline. */
  readTask(taskId: string, timeoutMs?: number): Promise<TaskAnswer>;
  /** The customer list; null when this upstream has none. */
  directory: {
    find(serviceId: number, timeoutMs: number): Promise<ServicesAnswer>;
    list(offset: number, limit: number): Promise<ServicesAnswer>;
  } | null;
  /** True while calls of this kind, launches if nothing is said, are not even tried: the upstream has stopped answering. */
  isPaused(kind?: UpstreamCall): boolean;
  close(): Promise<void>;
};
