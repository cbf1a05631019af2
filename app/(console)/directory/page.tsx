import { getTranslations } from 'next-intl/server';
import { DirectoryScreen } from '@/components/directory/directory-screen';
import { pageActorWhoMay } from '@/lib/page-actor';

export async function generateMetadata() {
  const t = await getTranslations('directory');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

export default async function DirectoryPage() {
  const actor = await pageActorWhoMay('directory:sync');
  return <DirectoryScreen account={{ name: actor.name, email: actor.email, role: actor.role }} />;
}
