import { getTranslations } from 'next-intl/server';
import { DoorPage } from '@/components/welcome/door-page';
import { WelcomeScreen } from '@/components/welcome/welcome-screen';
import { signInWays } from '@/lib/sso';

export async function generateMetadata() {
  const t = await getTranslations('welcome');
  const tApp = await getTranslations('app');
  return { title: `${t(signInWays().password ? 'title' : 'ssoTitle')} · ${tApp('name')}` };
}

/** For whoever holds a link. What it carries stands behind the `#`, and only the browser reads it. */
export default function WelcomePage() {
  return (
    <DoorPage>
      <WelcomeScreen />
    </DoorPage>
  );
}
