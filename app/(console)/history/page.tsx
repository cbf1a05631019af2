import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { HistoryScreen } from '@/components/history/history-screen';
import { can } from '@/lib/domain/role';
import { pageActor } from '@/lib/page-actor';

export async function generateMetadata() {
  const t = await getTranslations('history');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

export default async function HistoryPage() {
  const actor = await pageActor();
  if (!can(actor, 'history:read')) notFound();
  const rights = { isTodayOnly: !can(actor, 'pings:all'), mayExport: can(actor, 'history:export') };
  return (
    <Suspense>
      <HistoryScreen account={{ name: actor.name, email: actor.email, role: actor.role }} rights={rights} />
    </Suspense>
  );
}
