'use client';

import { History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** Above a ping that is not the latest of its line, so that nobody takes the past for the answer. */
export function PastNotice({ onCurrent }: { onCurrent: () => void }) {
  const t = useTranslations('result');
  return (
    <Notice tone="info" icon={History} className="mb-4">
      <div className="flex flex-wrap items-center gap-3">
        {t('past')}
        <Button size="sm" onClick={onCurrent}>
          {t('backToCurrent')}
        </Button>
      </div>
    </Notice>
  );
}
