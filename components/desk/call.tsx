'use client';

import { CircleHelp, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ServiceCard, ServiceCardSkeleton } from '@/components/services/service-card';
import { useService, type ServiceReading } from '@/components/services/use-service';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { DeskRights } from './desk-rights';
import { Story } from './story';

type CallProps = {
  serviceId: number;
  taskId: string | null;
  rights: DeskRights;
  onClose: () => void;
  onCurrent: () => void;
};

/** A service that the directory does not hold: its id is enough to ping, and that is said. */
function Unlisted({
  serviceId,
  reading,
  onClose,
}: {
  serviceId: number;
  reading: ServiceReading;
  onClose: () => void;
}) {
  const t = useTranslations('service');
  const { outcome, isError } = reading;
  const known = outcome === 'unknown' ? t('unknownUpstream', { id: String(serviceId) }) : t('notInDirectory');
  const text = isError ? t('readProblem') : known;
  return (
    <section className="flex flex-col gap-3" data-testid="service-card" data-service-id={serviceId}>
      <div className="flex items-start justify-between gap-2">
        <h1 className="text-lg font-semibold tracking-tight">{t('noName', { id: String(serviceId) })}</h1>
        <Button variant="quiet" size="icon" aria-label={t('close')} onClick={onClose} className="-mt-1 -mr-2">
          <X className="size-4" aria-hidden />
        </Button>
      </div>
      <Notice tone="info" icon={CircleHelp}>
        {text}
      </Notice>
    </section>
  );
}

/** The story of one call: who, may I, ask, answer, meaning, next. */
export function Call({ serviceId, taskId, rights, onClose, onCurrent }: CallProps) {
  const reading = useService(serviceId);
  return (
    <div className="flex flex-col gap-5">
      {reading.isPending ? (
        <ServiceCardSkeleton />
      ) : reading.service ? (
        <ServiceCard service={reading.service} reading={reading} onClose={onClose} />
      ) : (
        <Unlisted serviceId={serviceId} reading={reading} onClose={onClose} />
      )}
      <Story
        serviceId={serviceId}
        taskId={taskId}
        service={reading.service}
        isRecordPending={reading.isPending}
        rights={rights}
        onCurrent={onCurrent}
      />
    </div>
  );
}
