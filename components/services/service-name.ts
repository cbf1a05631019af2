'use client';

import { useTranslations } from 'next-intl';
import type { ServiceItem } from '@/lib/domain/service-item';

/** The customer's name, or the id where the record has none. */
export function useServiceName(): (service: Pick<ServiceItem, 'name' | 'service_id'>) => string {
  const t = useTranslations('service');
  return (service) => service.name ?? t('noName', { id: service.service_id });
}
