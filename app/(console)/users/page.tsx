import { getTranslations } from 'next-intl/server';
import { UsersScreen } from '@/components/users/users-screen';
import { pageActorWhoMay } from '@/lib/page-actor';

export async function generateMetadata() {
  const t = await getTranslations('users');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

export default async function UsersPage() {
  const actor = await pageActorWhoMay('user:manage');
  return <UsersScreen account={{ name: actor.name, email: actor.email, role: actor.role }} />;
}
