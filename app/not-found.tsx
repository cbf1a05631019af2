import { getTranslations } from 'next-intl/server';
import { PageMessage } from '@/components/shell/page-message';

// A plain link: the framework's would come along with every page for the sake of this one.
const HOME = '/';

export async function generateMetadata() {
  const t = await getTranslations('problem');
  const tApp = await getTranslations('app');
  return { title: `${t('notFoundTitle')} · ${tApp('name')}` };
}

export default async function NotFoundPage() {
  const t = await getTranslations('problem');
  return (
    <PageMessage title={t('notFoundTitle')} text={t('notFoundHint')}>
      <a href={HOME} className="rounded font-medium text-brand-ink underline underline-offset-4">
        {t('home')}
      </a>
    </PageMessage>
  );
}
