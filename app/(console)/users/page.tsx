import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { UsersScreen } from '@/components/users/users-screen';
import { can } from '@/lib/domain/role';
import { pageActor } from '@/lib/page-actor';

export async function generateMetadata() {
  const t = await getTranslations('users');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

export default async function UsersPage() {
  const actor = await pageActor();
  if (!can(actor, 'user:manage')) notFound();
  return <UsersScreen account={{ name: actor.name, email: actor.email, role: actor.role }} />;
}
