import { getTranslations } from 'next-intl/server';
import { SettingsScreen } from '@/components/settings/settings-screen';
import { pageActorWhoMay } from '@/lib/page-actor';

export async function generateMetadata() {
  const t = await getTranslations('settings');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

export default async function SettingsPage() {
  const actor = await pageActorWhoMay('settings:write');
  return <SettingsScreen account={{ name: actor.name, email: actor.email, role: actor.role }} />;
}
