import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';

export async function generateMetadata() {
  const t = await getTranslations('problem');
  const tApp = await getTranslations('app');
  return { title: `${t('notFoundTitle')} · ${tApp('name')}` };
}

/** An address that no page has: the console says so below its header, which the framework's own page cannot have. */
export default function UnknownPage() {
  notFound();
}
