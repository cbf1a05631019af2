import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PageMessage } from '@/components/shell/page-message';

export default async function PingNotFoundPage() {
  const t = await getTranslations('pingPage');
  const tProblem = await getTranslations('problem');
  return (
    <PageMessage title={t('unknownTitle')} text={t('unknownHint')}>
      <Link href="/" className="rounded font-medium text-brand-ink underline underline-offset-4">
        {tProblem('home')}
      </Link>
    </PageMessage>
  );
}
