'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { focusSearch } from '@/components/services/focus-search';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Logo } from '@/components/shell/logo';
import { PracticePlace } from '@/components/practice/practice-place';
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
      <p className="hidden items-center gap-2 text-sm text-ink-muted md:flex pointer-coarse:hidden">
        <Kbd>/</Kbd> {tSearch('hint')}
      </p>
      <PracticePlace />
      <div className="fixed inset-x-0 bottom-0 z-10 border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:hidden">
        <Button variant="primary" size="lg" className="w-full" onClick={focusSearch}>
          <Search className="size-5" aria-hidden />
          {tSearch('label')}
        </Button>
      </div>
    </div>
  );
}
