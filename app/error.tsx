'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PageMessage } from '@/components/shell/page-message';

/**
 * The number is the one under which the server's log has the error; one of the browser has none. The way on is the whole
 * page: what is broken in this one may belong to an older Pulso than the one that answers now.
 */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const t = useTranslations('problem');
  return (
    <PageMessage title={t('pageTitle')} text={t('pageHint')}>
      {error.digest !== undefined && (
        <p className="text-sm text-ink-muted">{t('code', { id: error.digest })}</p>
      )}
      <Button variant="primary" onClick={() => window.location.reload()}>
        {t('retry')}
      </Button>
    </PageMessage>
  );
}
