import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { HistoryScreen } from '@/components/history/history-screen';
import { can } from '@/lib/domain/role';
import { pageActorWhoMay } from '@/lib/page-actor';

export async function generateMetadata() {
  const t = await getTranslations('history');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

export default async function HistoryPage() {
  const actor = await pageActorWhoMay('history:read');
  const rights = { isTodayOnly: !can(actor, 'pings:all'), mayExport: can(actor, 'history:export') };
  return (
    <Suspense>
      <HistoryScreen account={{ name: actor.name, email: actor.email, role: actor.role }} rights={rights} />
    </Suspense>
  );
}
