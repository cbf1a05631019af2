import { getTranslations } from 'next-intl/server';
import { StatusScreen } from '@/components/status/status-screen';
import { pageActorWhoMay } from '@/lib/page-actor';

export async function generateMetadata() {
  const t = await getTranslations('status');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

export default async function StatusPage() {
  const actor = await pageActorWhoMay('status:read');
  return <StatusScreen account={{ name: actor.name, email: actor.email, role: actor.role }} />;
}
