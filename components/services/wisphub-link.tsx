'use client';

import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { settingsQuery } from '@/lib/queries/settings';

/** The service in WispHub's own panel, where the operator said how to find it. */
export function WispHubLink({ serviceId }: { serviceId: number }) {
  const t = useTranslations('service');
  const template = useQuery(settingsQuery()).data?.wisphubServiceUrl ?? '';
  if (template === '') return null;
  return (
    <a
      href={template.replaceAll('{id}', String(serviceId))}
      target="_blank"
      rel="noreferrer"
      className="flex items-center gap-1 rounded-sm text-sm text-brand-ink underline-offset-4 hover:underline"
    >
      {t('openWispHub')}
      <ExternalLink className="size-4" aria-hidden />
    </a>
  );
}
