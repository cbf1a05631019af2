import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { NothingHere } from '@/components/shell/nothing-here';
import { pageAccount } from '@/lib/page-account';

/** For an address of nothing, and for a page that this person may not see, which are the same to them. */
export default async function ConsoleNotFoundPage() {
  const t = await getTranslations('problem');
  return (
    <NothingHere account={await pageAccount()} title={t('notFoundTitle')} text={t('notFoundHint')}>
      <Link href="/" className="rounded font-medium text-brand-ink underline underline-offset-4">
        {t('home')}
      </Link>
    </NothingHere>
  );
}
