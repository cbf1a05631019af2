import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { NothingHere } from '@/components/shell/nothing-here';
import { pageAccount } from '@/lib/page-account';

export default async function PingNotFoundPage() {
  const t = await getTranslations('pingPage');
  const tProblem = await getTranslations('problem');
  return (
    <NothingHere account={await pageAccount()} title={t('unknownTitle')} text={t('unknownHint')}>
      <Link href="/" className="rounded font-medium text-brand-ink underline underline-offset-4">
        {tProblem('home')}
      </Link>
    </NothingHere>
  );
}
