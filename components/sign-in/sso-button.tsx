'use client';

import { CircleAlert, LogIn } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { SsoRefusal } from '@/lib/domain/sso';
import { beginSso } from '@/lib/queries/sign-in';

type SsoButtonProps = {
  name: string;
  next: string;
  isMain: boolean;
  /** What became of the last try; null for none. */
  refusal: SsoRefusal | null;
};

/** Leads to the identity provider. While that does not answer, this page stays as it is and says so. */
export function SsoButton({ name, next, isMain, refusal: first }: SsoButtonProps) {
  const t = useTranslations('signIn');
  const tSso = useTranslations('sso');
  const [refusal, setRefusal] = useState(first);
  const [busy, setBusy] = useState(false);
  // Whoever comes back with the browser's own button finds the page as it was left.
  useEffect(() => {
    const wake = () => setBusy(false);
    window.addEventListener('pageshow', wake);
    return () => window.removeEventListener('pageshow', wake);
  }, []);
  const begin = async () => {
    setBusy(true);
    const address = await beginSso(next);
    if (address !== null) return window.location.assign(address);
    setBusy(false);
    setRefusal('unreachable');
  };
  return (
    <>
      {refusal !== null && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {tSso(refusal, { name })}
        </Notice>
      )}
      <Button
        variant={isMain ? 'primary' : 'secondary'}
        size="lg"
        className="w-full whitespace-normal"
        onClick={() => void begin()}
        disabled={busy}
      >
        <LogIn className="size-5 shrink-0" aria-hidden />
        {t('withSso', { name })}
      </Button>
    </>
  );
}
