'use client';

import { TriangleAlert, Zap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';

/** The second thought before an inactive service is pinged: another key, so that a repeated Enter does not do it. */
export function AskAgain({ onConfirm }: { onConfirm: () => void }) {
  const t = useTranslations('launch');
  return (
    <Notice tone="warn" icon={TriangleAlert} role="alert">
      <div className="flex flex-wrap items-center gap-3">
        <span className="pointer-coarse:hidden">{t('confirm', { key: 'P' })}</span>
        <span className="hidden pointer-coarse:inline">{t('confirmTouch')}</span>
        <Button size="sm" onClick={onConfirm} data-testid="launch-anyway">
          <Zap className="size-4" aria-hidden />
          {t('anyway')}
          <Kbd>P</Kbd>
        </Button>
      </div>
    </Notice>
  );
}
