'use client';

import { ChartNoAxesCombined, Headset } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';

/** How a way to another view of the same line looks. */
export const LINE_LINK =
  'touch-row flex items-center gap-1 rounded-sm text-sm text-brand-ink underline-offset-4 hover:underline print:hidden';

/** From the desk to everything that is known of this line. */
export function LineLink({ serviceId }: { serviceId: number }) {
  const t = useTranslations('linePage');
  return (
    <Link href={`/services/${serviceId}`} prefetch={false} className={LINE_LINK} data-testid="line-link">
      <ChartNoAxesCombined className="size-4" aria-hidden />
      {t('all')}
    </Link>
  );
}

/** Back to the desk, with this customer and, where one is meant, with this ping. */
export function DeskLink({ serviceId, taskId = null }: { serviceId: number; taskId?: string | null }) {
  const t = useTranslations('linePage');
  const ping = taskId === null ? '' : `&ping=${taskId}`;
  return (
    <Link
      href={`/?service=${serviceId}${ping}`}
      prefetch={false}
      className={LINE_LINK}
      data-testid="desk-link"
    >
      <Headset className="size-4" aria-hidden />
      {t('desk')}
    </Link>
  );
}
