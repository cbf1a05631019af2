'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PageMessage } from '@/components/ui/page-message';

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('problem');
  return (
    <PageMessage icon={CircleAlert} title={t('pageTitle')} text={t('pageHint')}>
      <Button variant="primary" onClick={reset}>
        {t('retry')}
      </Button>
    </PageMessage>
  );
}
