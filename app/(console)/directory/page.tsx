import { getTranslations } from 'next-intl/server';
import { DirectoryScreen } from '@/components/directory/directory-screen';
import { pageActorWhoMay } from '@/lib/page-actor';
import { titleForWhoMay } from '@/lib/title-for-who-may';

export async function generateMetadata() {
  const t = await getTranslations('directory');
  return titleForWhoMay('directory:sync', t('title'));
}

export default async function DirectoryPage() {
  const actor = await pageActorWhoMay('directory:sync');
  return <DirectoryScreen account={{ name: actor.name, email: actor.email, role: actor.role }} />;
}
