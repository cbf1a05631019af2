import { getTranslations } from 'next-intl/server';
import { HistoryScreen } from '@/components/history/history-screen';
import { can } from '@/lib/domain/role';
import { pageActorWhoMay } from '@/lib/page-actor';
import { titleForWhoMay } from '@/lib/title-for-who-may';

export async function generateMetadata() {
  const t = await getTranslations('history');
  return titleForWhoMay('history:read', t('title'));
}

export default async function HistoryPage() {
  const actor = await pageActorWhoMay('history:read');
  const rights = { isTodayOnly: !can(actor, 'pings:all'), mayExport: can(actor, 'history:export') };
  return (
    <HistoryScreen account={{ name: actor.name, email: actor.email, role: actor.role }} rights={rights} />
  );
}
