'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { FaceShape } from '@/components/pings/ping-face';
import { useAge } from '@/components/shell/age';
import { faceOf } from '@/lib/domain/face';
import { servicePingsQuery } from '@/lib/queries/pings';

type ReadyToMeasureProps = { serviceId: number; packets: number; cannot: boolean };

/** Before the ping: what the key will do, and how the line was the last time, in small, because that is the past. */
export function ReadyToMeasure({ serviceId, packets, cannot }: ReadyToMeasureProps) {
  const t = useTranslations('result');
  const tFace = useTranslations('face');
  const age = useAge();
  const { data } = useQuery(servicePingsQuery(serviceId));
  const last = data?.items[0];
  return (
    <div className="flex flex-col gap-2 text-ink-muted" data-testid="ready-to-measure">
      {!cannot && (
        <>
          <p className="text-lg font-medium text-ink">{t('ready')}</p>
          <p className="hidden md:block pointer-coarse:hidden">{t('readyHint', { count: packets })}</p>
        </>
      )}
      {last ? (
        <p className="flex items-center gap-2">
          <FaceShape face={faceOf(last)} filled={last.certainty?.level === 'solid'} className="size-4" />
          {t('old', { verdict: tFace(faceOf(last)), age: age(last.started_at) })}
        </p>
      ) : (
        data && <p>{t('never')}</p>
      )}
    </div>
  );
}
