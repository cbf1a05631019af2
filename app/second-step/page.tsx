import { getTranslations } from 'next-intl/server';
import { DueScreen } from '@/components/second-step/due-screen';
import { DoorPage } from '@/components/welcome/door-page';
import { safePath } from '@/lib/auth';
import { pageActor } from '@/lib/page-actor';

type SearchParams = Promise<{ callbackUrl?: string | string[] }>;

export async function generateMetadata() {
  const t = await getTranslations('secondStep');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

/** Where somebody sets up the second step that their role must have. */
export default async function SecondStepPage({ searchParams }: { searchParams: SearchParams }) {
  const { email, mustEnrol = false } = await pageActor({ mayEnrol: true });
  const { callbackUrl } = await searchParams;
  const next = safePath(typeof callbackUrl === 'string' ? callbackUrl : undefined);
  return (
    <DoorPage>
      <DueScreen email={email} isDue={mustEnrol} next={next} />
    </DoorPage>
  );
}
