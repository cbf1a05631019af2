'use client';

import { useTranslations } from 'next-intl';
import type { SsoRefusal } from '@/lib/domain/sso';
import type { DemoAccount } from './demo-accounts';
import { SignInForm } from './sign-in-form';
import { useSignInWays } from './sign-in-ways';
import { SsoButton } from './sso-button';

type SignInAndGoProps = {
  /** A path of our own. */
  next: string;
  demoAccounts: readonly DemoAccount[];
  refusal: SsoRefusal | null;
};

/** The ways in that this installation has; each goes on to `next`. */
export function SignInAndGo({ next, demoAccounts, refusal }: SignInAndGoProps) {
  const t = useTranslations('signIn');
  const { sso, password } = useSignInWays();
  return (
    <div className="flex flex-col gap-4">
      {sso !== null && <SsoButton name={sso} next={next} isMain={!password} refusal={refusal} />}
      {sso !== null && password && (
        <p className="flex items-center gap-3 text-sm text-ink-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          {t('or')}
        </p>
      )}
      {password && (
        <SignInForm
          demoAccounts={demoAccounts}
          isFirst={sso === null}
          onSignedIn={() => window.location.assign(next)}
        />
      )}
    </div>
  );
}
