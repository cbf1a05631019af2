'use client';

import { useQuery } from '@tanstack/react-query';
import { baselineOf } from '@/lib/domain/baseline';
import type { PingDetails, PingItem } from '@/lib/domain/ping-details';
import { defaultSettings } from '@/lib/domain/settings';
import { serviceQuery } from '@/lib/queries/services';
import { settingsQuery } from '@/lib/queries/settings';
import { Comparison } from './comparison';
import { Handover } from './handover';
import { PingProof } from './ping-proof';
import type { Step } from './next-steps';
import { PingResult } from './ping-result';

/** Nobody ticks off steps of a call that is over. */
const NO_STEPS: ReadonlySet<Step> = new Set();

type StoredResultProps = {
  ping: PingDetails;
  /** What the line did before it, from the newest on. */
  before: readonly PingItem[];
  mayMark: boolean;
  /** True for a technician, who leaves with proof that the test was made. */
  isRetest: boolean;
};

/** A result as it was: against the normal of its own day, with every packet, and with its texts to hand over. */
export function StoredResult({ ping, before, mayMark, isRetest }: StoredResultProps) {
  const { data: settings = defaultSettings } = useQuery(settingsQuery());
  const service = useQuery(serviceQuery(ping.service_id)).data;
  return (
    <PingResult
      ping={ping}
      mayMark={mayMark}
      settings={settings}
      baseline={baselineOf(before, ping)}
      unfolded
      isPlain={isRetest}
      next={isRetest && <PingProof ping={ping} />}
    >
      <Comparison ping={ping} history={before} />
      <Handover
        ping={ping}
        phones={service?.phones ?? []}
        done={NO_STEPS}
        draftKey={`ticket:${ping.task_id}`}
      />
    </PingResult>
  );
}
