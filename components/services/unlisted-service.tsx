'use client';

import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { CloseService } from './close-service';
import type { ServiceReading } from './use-service';

type UnlistedServiceProps = {
  serviceId: number;
  reading: ServiceReading;
  /** Null on a page that is about nothing else. */
  onClose: (() => void) | null;
  links?: ReactNode;
};

/** A service that the directory does not hold: its id is enough to ping, and that is said. */
export function UnlistedService({ serviceId, reading, onClose, links }: UnlistedServiceProps) {
  const t = useTranslations('service');
  const { outcome, isError } = reading;
  const known = outcome === 'unknown' ? t('unknownUpstream', { id: String(serviceId) }) : t('notInDirectory');
  const text = isError ? t('readProblem') : known;
  return (
    <section className="flex flex-col gap-3" data-testid="service-card" data-service-id={serviceId}>
      <div className="flex items-start justify-between gap-2">
        <h1 className="text-lg font-semibold tracking-tight">{t('noName', { id: String(serviceId) })}</h1>
        {onClose && <CloseService onClose={onClose} />}
      </div>
      <Notice tone="info" icon={CircleHelp}>
        {text}
      </Notice>
      {links && <div className="flex flex-wrap justify-end gap-4">{links}</div>}
    </section>
  );
}
