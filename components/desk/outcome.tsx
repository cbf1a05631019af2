'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Comparison } from '@/components/pings/comparison';
import { PingProof } from '@/components/pings/ping-proof';
import { Handover } from '@/components/pings/handover';
import { NextSteps, type Step } from '@/components/pings/next-steps';
import { PingResult } from '@/components/pings/ping-result';
import { QuietLine, useQuietLine } from '@/components/pings/quiet-line';
import { adviceOf } from '@/lib/domain/advice';
import { baselineOf } from '@/lib/domain/baseline';
import type { PingDetails } from '@/lib/domain/ping-details';
import type { ServiceItem } from '@/lib/domain/service-item';
import { defaultSettings } from '@/lib/domain/settings';
import { servicePingsQuery } from '@/lib/queries/pings';
import { settingsQuery } from '@/lib/queries/settings';
import type { DeskRights } from './desk-rights';
import { MorePackets } from './more-packets';

type OutcomeProps = {
  ping: PingDetails;
  service: ServiceItem | null;
  rights: Pick<DeskRights, 'mayMark' | 'isRetest'>;
  onMore: (packets: number) => void;
};

/** Everything that follows from a ping that has ended: the answer, what to do about it, and what to send on. */
export function Outcome({ ping, service, rights, onMore }: OutcomeProps) {
  const { data: settings = defaultSettings } = useQuery(settingsQuery());
  const history = useQuery(servicePingsQuery(ping.service_id)).data?.items;
  const mark = useQuietLine(ping, ping.service_id);
  const [done, setDone] = useState<ReadonlySet<Step>>(new Set());
  const advice = adviceOf(ping);
  const tick = (step: Step, isDone: boolean) => {
    setDone(new Set([...done].filter((other) => other !== step).concat(isDone ? [step] : [])));
  };
  return (
    <PingResult
      ping={ping}
      mayMark={rights.mayMark}
      isPlain={rights.isRetest}
      settings={settings}
      baseline={history ? baselineOf(history, ping) : null}
      next={
        <>
          {rights.isRetest && <PingProof ping={ping} />}
          <MorePackets ping={ping} onMore={onMore} />
        </>
      }
    >
      {history && <Comparison ping={ping} history={history} />}
      {advice && <NextSteps advice={advice} done={done} onDone={tick} />}
      <QuietLine ping={ping} mark={mark} />
      <Handover ping={ping} phones={service?.phones ?? []} done={done} />
    </PingResult>
  );
}
