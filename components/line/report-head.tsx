'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useIsPrinting } from '@/components/shell/use-is-printing';
import type { ServiceItem } from '@/lib/domain/service-item';
import { settingsQuery } from '@/lib/queries/settings';
import { LONG_PROVEN_MOMENT } from '@/lib/i18n/moments';

type ReportHeadProps = { serviceId: number; service: ServiceItem | null; name: string; printedBy: string };

function PrintedBy({ name }: { name: string }) {
  const t = useTranslations('linePage');
  const format = useFormatter();
  const at = format.dateTime(new Date(), LONG_PROVEN_MOMENT);
  return <p className="text-xs text-ink-muted">{t('printed', { at, name })}</p>;
}

/** The head of the line's page on paper. It may go to the customer: no debt, no document, no notes. */
export function ReportHead({ serviceId, service, name, printedBy }: ReportHeadProps) {
  const t = useTranslations('linePage');
  const tService = useTranslations('service');
  // Read before it is printed: paper does not wait.
  const operator = useQuery(settingsQuery()).data?.operatorName.trim() ?? '';
  const isPrinting = useIsPrinting();
  if (!isPrinting) return null;
  const place = [service?.address, service?.locality, service?.city].filter(Boolean).join(', ');
  const facts = [tService('id', { id: String(serviceId) }), service?.ip, place, service?.plan?.name].filter(
    Boolean,
  );
  return (
    <header data-testid="report-head">
      <p className="text-xs text-ink-muted">{[operator, t('report')].filter(Boolean).join(' · ')}</p>
      <h1 className="text-lg font-semibold tracking-tight">{name}</h1>
      <p>{facts.join(' · ')}</p>
      <PrintedBy name={printedBy} />
    </header>
  );
}
