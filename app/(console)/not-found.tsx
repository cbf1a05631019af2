import { getTranslations } from 'next-intl/server';
import { NothingHere } from '@/components/shell/nothing-here';
import { pageAccount } from '@/lib/page-account';

/** For an address of nothing, and for a page that this person may not see, which are the same to them. */
export default async function ConsoleNotFoundPage() {
  const t = await getTranslations('problem');
  return <NothingHere account={await pageAccount()} title={t('notFoundTitle')} text={t('notFoundHint')} />;
}
