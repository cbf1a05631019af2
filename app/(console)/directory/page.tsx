import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DirectoryScreen } from '@/components/directory/directory-screen';
import { can } from '@/lib/domain/role';
import { pageActor } from '@/lib/page-actor';

export async function generateMetadata() {
  const t = await getTranslations('directory');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

export default async function DirectoryPage() {
  const actor = await pageActor();
  if (!can(actor, 'directory:sync')) notFound();
  return <DirectoryScreen account={{ name: actor.name, email: actor.email, role: actor.role }} />;
}
