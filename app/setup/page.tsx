import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DoorPage, DoorTitle } from '@/components/welcome/door-page';
import { SetupForm } from '@/components/welcome/setup-form';
import { isSetupOpen } from '@/lib/setup';

export async function generateMetadata() {
  const t = await getTranslations('setup');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

/** The first run. It is there as long as nobody has an account, and never again. */
export default async function SetupPage() {
  if (!(await isSetupOpen())) notFound();
  const t = await getTranslations('setup');
  return (
    <DoorPage>
      <DoorTitle title={t('title')} text={t('hint')} />
      <SetupForm />
    </DoorPage>
  );
}
