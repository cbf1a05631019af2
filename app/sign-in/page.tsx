import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { DemoAccount } from '@/components/sign-in/demo-accounts';
import { SignInAndGo } from '@/components/sign-in/sign-in-and-go';
import { DoorPage, DoorTitle } from '@/components/welcome/door-page';
import { actorOfSession, safePath } from '@/lib/auth';
import { DEMO_ACCOUNTS, PRACTICE_ACCOUNTS } from '@/lib/demo/demo-accounts';
import { ssoRefusalSchema } from '@/lib/domain/sso';
import { env } from '@/lib/env';
import { isPractice } from '@/lib/is-practice';
import { isSetupOpen } from '@/lib/setup';

type SearchParams = Promise<{ callbackUrl?: string | string[]; sso?: string | string[] }>;

export async function generateMetadata() {
  const t = await getTranslations('signIn');
  return { title: `${t('title')}` };
}

/** The accounts of a demo with their password; those of a practice room without it, and without whoever leads it. */
function shownAccounts(): readonly DemoAccount[] {
  if (isPractice()) return PRACTICE_ACCOUNTS.map(({ email, role }) => ({ email, role, password: null }));
  return env().DEMO ? DEMO_ACCOUNTS : [];
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { callbackUrl, sso } = await searchParams;
  const next = safePath(typeof callbackUrl === 'string' ? callbackUrl : undefined);
  if (await actorOfSession(await headers())) redirect(next);
  if (await isSetupOpen()) redirect('/setup');
  const t = await getTranslations('signIn');
  return (
    <DoorPage>
      <DoorTitle title={t('title')} text={t('promise')} />
      <SignInAndGo
        next={next}
        demoAccounts={shownAccounts()}
        refusal={ssoRefusalSchema.safeParse(sso).data ?? null}
      />
    </DoorPage>
  );
}
