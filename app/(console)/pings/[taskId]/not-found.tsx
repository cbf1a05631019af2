import { getTranslations } from 'next-intl/server';
import { NothingHere } from '@/components/shell/nothing-here';
import { pageAccount } from '@/lib/page-account';

export default async function PingNotFoundPage() {
  const t = await getTranslations('pingPage');
  return <NothingHere account={await pageAccount()} title={t('unknownTitle')} text={t('unknownHint')} />;
}
