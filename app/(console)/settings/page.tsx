import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SettingsScreen } from '@/components/settings/settings-screen';
import { can } from '@/lib/domain/role';
import { pageActor } from '@/lib/page-actor';

export async function generateMetadata() {
  const t = await getTranslations('settings');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

export default async function SettingsPage() {
  const actor = await pageActor();
  if (!can(actor, 'settings:write')) notFound();
  return <SettingsScreen account={{ name: actor.name, email: actor.email, role: actor.role }} />;
}
