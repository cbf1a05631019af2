import { getTranslations } from 'next-intl/server';
import { SettingsScreen } from '@/components/settings/settings-screen';
import { pageActorWhoMay } from '@/lib/page-actor';
import { titleForWhoMay } from '@/lib/title-for-who-may';

export async function generateMetadata() {
  const t = await getTranslations('settings');
  return titleForWhoMay('settings:write', t('title'));
}

export default async function SettingsPage() {
  const actor = await pageActorWhoMay('settings:write');
  return <SettingsScreen account={{ name: actor.name, email: actor.email, role: actor.role }} />;
}
