import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PageMessage } from '@/components/ui/page-message';

export default async function NotFoundPage() {
  const t = await getTranslations('problem');
  return (
    <PageMessage icon={SearchX} title={t('notFoundTitle')} text={t('notFoundHint')}>
      <Link href="/" className="rounded font-medium text-brand-ink underline underline-offset-4">
        {t('home')}
      </Link>
    </PageMessage>
  );
}
