'use client';

import { useTranslations } from 'next-intl';
import { Kbd } from '@/components/ui/kbd';
import { Logo } from '@/components/shell/logo';
import { useDeskTitle } from './desk-title';

/** The desk before the phone rings. */
export function Welcome() {
  const t = useTranslations('desk');
  const tSearch = useTranslations('search');
  useDeskTitle(null, null, false);
  return (
    <div className="flex min-h-96 flex-col items-center justify-center gap-3 py-12 text-center">
      <Logo className="size-12" />
      <h1 className="text-lg font-semibold tracking-tight">{t('welcome')}</h1>
      <p className="max-w-sm text-base text-balance text-ink-muted">{t('welcomeHint')}</p>
      <p className="hidden items-center gap-2 text-sm text-ink-muted md:flex">
        <Kbd>/</Kbd> {tSearch('hint')}
      </p>
    </div>
  );
}
