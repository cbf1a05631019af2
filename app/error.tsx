'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PageMessage } from '@/components/ui/page-message';

/** The number is the one under which the server's log has the error; one of the browser has none. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations('problem');
  return (
    <PageMessage icon={CircleAlert} title={t('pageTitle')} text={t('pageHint')}>
      {error.digest !== undefined && (
        <p className="text-sm text-ink-muted">{t('code', { id: error.digest })}</p>
      )}
      <Button variant="primary" onClick={reset}>
        {t('retry')}
      </Button>
    </PageMessage>
  );
}
