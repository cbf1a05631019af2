'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useProblem } from '@/components/directory/use-problem';
import { SsoButton } from '@/components/sign-in/sso-button';
import { useOnlySso } from '@/components/sign-in/sign-in-ways';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { ApiError } from '@/lib/queries/api-error';
import { openedLinkQuery } from '@/lib/queries/account-link';
import { DoorTitle } from './door-page';
import { useFragment } from './use-fragment';
import { WelcomeForm } from './welcome-form';

const GONE = ['link_invalid', 'invalid_request'];

const isGone = (error: Error | null) => error instanceof ApiError && GONE.includes(error.code);

/** One message whatever is wrong with the link: what to do is the same. */
function LinkIsGone() {
  const t = useTranslations('welcome');
  return (
    <>
      <DoorTitle title={t('goneTitle')} text={t('gone')} />
      <Link
        href="/sign-in"
        className="self-start rounded font-medium text-brand-ink underline underline-offset-4"
      >
        {t('toSignIn')}
      </Link>
    </>
  );
}

function OpenedLink({ token }: { token: string }) {
  const t = useTranslations('problem');
  const problem = useProblem();
  const { data, error, refetch, isFetching } = useQuery(openedLinkQuery(token));
  if (data) return <WelcomeForm token={token} link={data} gone={<LinkIsGone />} />;
  if (isGone(error)) return <LinkIsGone />;
  if (error === null) return <Skeleton className="h-72 w-full" />;
  return (
    <>
      <Notice tone="bad" icon={CircleAlert} role="alert">
        {problem(error)}
      </Notice>
      <Button onClick={() => void refetch()} disabled={isFetching} className="self-start">
        {t('retry')}
      </Button>
    </>
  );
}

/** Where no passwords are taken there is none to choose, and the link matters no more than the email. */
function SsoOnly({ name }: { name: string }) {
  const t = useTranslations('welcome');
  return (
    <>
      <DoorTitle title={t('ssoTitle')} text={t('sso', { name })} />
      <SsoButton name={name} next="/" isMain refusal={null} />
    </>
  );
}

/** Somebody was handed a link: an invitation, or the way to a new password. */
export function WelcomeScreen() {
  const token = useFragment();
  const sso = useOnlySso();
  if (sso !== null) return <SsoOnly name={sso} />;
  if (token === null) return <Skeleton className="h-72 w-full" />;
  return token === '' ? <LinkIsGone /> : <OpenedLink key={token} token={token} />;
}
