import { getTranslations } from 'next-intl/server';
import { ProfileScreen } from '@/components/profile/profile-screen';
import { env } from '@/lib/env';
import { pageActor } from '@/lib/page-actor';

export async function generateMetadata() {
  const t = await getTranslations('profile');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

export default async function ProfilePage() {
  const actor = await pageActor();
  const account = { name: actor.name, email: actor.email, role: actor.role };
  return <ProfileScreen account={account} operatorZone={env().TIME_ZONE} />;
}
