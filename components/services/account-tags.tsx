'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Tag, type TagTone } from '@/components/ui/tag';
import { accountStanding, owesMoney, type AccountStanding } from '@/lib/domain/service';
import type { ServiceItem } from '@/lib/domain/service-item';

const TONES: Record<AccountStanding, TagTone> = {
  active: 'good',
  suspended: 'warn',
  cancelled: 'bad',
  unknown: 'unknown',
};

/** Whether the account is active, in WispHub's terms; a word that is not known is shown as it is and in grey. */
export function AccountTag({ status }: { status: string | null }) {
  const t = useTranslations('account');
  const standing = accountStanding(status);
  const isOwnWord = standing === 'unknown' && status !== null;
  return (
    <span data-account={standing}>
      <Tag tone={TONES[standing]}>{isOwnWord ? status : t(standing)}</Tag>
    </span>
  );
}

/** Debt or no debt; nothing at all for those who may not see it. */
export function BillingTag({ service }: { service: ServiceItem }) {
  const t = useTranslations('account');
  const format = useFormatter();
  if (service.balance === undefined || service.balance === null) return null;
  if (owesMoney({ balance: service.balance })) {
    return <Tag tone="warn">{t('debt', { amount: format.number(Number(service.balance)) })}</Tag>;
  }
  // Without debt, open invoices still are not "paid up"; WispHub's own word for them is shown as it is.
  const status = service.billing_status ?? null;
  if (status !== null && !/^pagad/i.test(status)) return <Tag tone="unknown">{t('billing', { status })}</Tag>;
  return <Tag tone="good">{t('paid')}</Tag>;
}
