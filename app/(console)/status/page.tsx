import { getTranslations } from 'next-intl/server';
import { StatusScreen } from '@/components/status/status-screen';
import { pageActorWhoMay } from '@/lib/page-actor';
import { titleForWhoMay } from '@/lib/title-for-who-may';

export async function generateMetadata() {
  const t = await getTranslations('status');
  return titleForWhoMay('status:read', t('title'));
}

export default async function StatusPage() {
  const actor = await pageActorWhoMay('status:read');
  return <StatusScreen account={{ name: actor.name, email: actor.email, role: actor.role }} />;
}
