'use client';

import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { clearDrafts } from '@/components/notes/note-drafts';
import { useSignInWays } from '@/components/sign-in/sign-in-ways';
import { SsoElsewhere } from '@/components/sign-in/sso-elsewhere';
import { Dialog } from '@/components/ui/dialog';
import { useIdleImport } from '@/components/ui/use-idle-import';
import { noteSessionBack, useSessionEnded } from '@/lib/queries/session-end';
import { whoIsSignedIn } from '@/lib/queries/sign-in';

const loadForm = () => import('@/components/sign-in/sign-in-form');
const SignInForm = dynamic(() => loadForm().then((loaded) => loaded.SignInForm), { ssr: false });

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
  useIdleImport(loadForm);
  const { sso, password } = useSignInWays();

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
        {password && (
          <SignInForm email={email} demoAccounts={[]} isFirst={sso === null} onSignedIn={() => void goOn()} />
        )}
      </div>
    </Dialog>
  );
}
