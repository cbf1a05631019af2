import { getTranslations } from 'next-intl/server';
import { UsersScreen } from '@/components/users/users-screen';
import { pageActorWhoMay } from '@/lib/page-actor';
import { titleForWhoMay } from '@/lib/title-for-who-may';

export async function generateMetadata() {
  const t = await getTranslations('users');
  return titleForWhoMay('user:manage', t('title'));
}

export default async function UsersPage() {
  const actor = await pageActorWhoMay('user:manage');
  return <UsersScreen account={{ name: actor.name, email: actor.email, role: actor.role }} />;
}
