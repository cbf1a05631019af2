'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useSignInWays } from '@/components/sign-in/sign-in-ways';
import { SsoElsewhere } from '@/components/sign-in/sso-elsewhere';
import { Dialog } from '@/components/ui/dialog';
import { late } from '@/components/ui/late';
import { useIdleImport } from '@/components/ui/use-idle-import';
import { noteSessionBack, useSessionEnded } from '@/lib/queries/session-end';
import { whoIsSignedIn } from '@/lib/queries/sign-in';
import { clearDrafts } from './drafts';

const signInForm = late(() => import('@/components/sign-in/sign-in-form'));

/**
 * Signing in again happens over the page, so that nothing typed is lost. It cannot be waved away: the page behind it
 * shows a customer, and the server answers nothing more. Somebody else who signs in here finds nothing of it.
 */
export function SignInAgain({ email }: { email: string }) {
  const t = useTranslations('connection');
  const client = useQueryClient();
  const router = useRouter();
  const ended = useSessionEnded();
  // While there is a connection: when the session has ended there may be none.
  useIdleImport(signInForm.fetch);
  const { sso, password } = useSignInWays();
  const form = signInForm.useDue(ended && password);

  const goOn = async () => {
    const who = await whoIsSignedIn().catch(() => null);
    if (who === email) {
      noteSessionBack();
      router.refresh();
      return client.invalidateQueries();
    }
    client.clear();
    clearDrafts();
    window.location.replace('/');
  };

  return (
    <Dialog open={ended} onOpenChange={() => {}} title={t('signIn')} closeLabel={null} hidesPage>
      <p className="mb-4 text-sm text-pretty text-ink-muted" data-connection="signed-out">
        {t('signedOut')}
      </p>
      <div className="flex flex-col gap-4">
        {sso !== null && <SsoElsewhere name={sso} onSignedIn={() => void goOn()} />}
        {form !== null && password && (
          <form.SignInForm
            email={email}
            demoAccounts={[]}
            isFirst={sso === null}
            onSignedIn={() => void goOn()}
          />
        )}
      </div>
    </Dialog>
  );
}
