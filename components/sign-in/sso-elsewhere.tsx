'use client';

import { LogIn } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { whoIsSignedIn } from '@/lib/queries/sign-in';

/** The identity provider cannot be shown over a page: it opens in another tab, and this one notices when it is done. */
export function SsoElsewhere({ name, onSignedIn }: { name: string; onSignedIn: () => void }) {
  const t = useTranslations('signIn');
  useEffect(() => {
    const look = async () => {
      const who = await whoIsSignedIn().catch(() => null);
      if (who !== null) onSignedIn();
    };
    const onFocus = () => void look();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [onSignedIn]);
  return (
    <>
      <a
        href="/sign-in"
        target="_blank"
        rel="noreferrer"
        className="inline-flex h-12 items-center justify-center gap-2 rounded border border-line bg-surface px-6 font-medium shadow-raised hover:bg-sunken"
      >
        <LogIn className="size-5" aria-hidden />
        {t('otherTab')}
      </a>
      <p className="text-sm text-pretty text-ink-muted">{t('otherTabHint', { name })}</p>
    </>
  );
}
