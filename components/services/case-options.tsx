'use client';

import { Command } from 'cmdk';
import { useTranslations } from 'next-intl';
import { FaceShape } from '@/components/pings/ping-face';
import { Age } from '@/components/shell/age';
import { faceOf } from '@/lib/domain/face';
import type { PingItem } from '@/lib/domain/ping-details';

/** The value of the row of such a ping. */
export const caseOption = (ping: PingItem) => `case-${ping.task_id}`;

type CaseOptionsProps = {
  cases: readonly PingItem[];
  className: string;
  onChoose: (serviceId: number, taskId: string) => void;
};

/** The pings that a customer's case code stands for, among the results of the search. */
export function CaseOptions({ cases, className, onChoose }: CaseOptionsProps) {
  const t = useTranslations('search');
  const tFace = useTranslations('face');
  const tService = useTranslations('service');
  return cases.map((ping) => (
    <Command.Item
      key={ping.task_id}
      value={caseOption(ping)}
      onSelect={() => onChoose(ping.service_id, ping.task_id)}
      className={`${className} gap-2`}
      data-case={ping.case_code}
    >
      <FaceShape face={faceOf(ping)} filled={ping.certainty?.level === 'solid'} className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate">
        {t('case', {
          code: ping.case_code,
          name: ping.service_name ?? tService('noName', { id: ping.service_id }),
          verdict: tFace(faceOf(ping)),
        })}
      </span>
      <span className="text-xs text-ink-muted">
        <Age at={ping.started_at} />
      </span>
    </Command.Item>
  ));
}
