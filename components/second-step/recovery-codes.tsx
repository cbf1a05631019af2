'use client';

import { Check, Copy, Download, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { useCopy } from '@/components/ui/use-copy';

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'pulso-recovery-codes.txt';
  link.click();
  URL.revokeObjectURL(url);
}

type RecoveryCodesProps = { codes: readonly string[]; email: string; onKept: () => void };

/** The one time that the codes are shown. */
export function RecoveryCodes({ codes, email, onKept }: RecoveryCodesProps) {
  const t = useTranslations('secondStep');
  const title = useRef<HTMLHeadingElement>(null);
  // What was typed into is gone, and a reader of the screen goes on here.
  useEffect(() => title.current?.focus(), []);
  const text = [t('codesHead', { email }), '', ...codes].join('\n');
  const { isCopied: copied, copy } = useCopy(() => text, { shownMs: null });
  const CopyIcon = copied ? Check : Copy;
  return (
    <div className="flex flex-col gap-4" data-print="alone">
      <h3 ref={title} tabIndex={-1} className="font-semibold outline-none">
        {t('codesTitle')}
      </h3>
      <p className="hidden print:block">{t('codesHead', { email })}</p>
      <p className="text-sm text-pretty text-ink-muted">{t('codesText')}</p>
      <ol className="grid gap-x-6 gap-y-2 rounded border border-line bg-sunken p-4 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} data-testid="recovery-code">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button onClick={copy}>
          <CopyIcon className="size-4" aria-hidden />
          <span role="status">{copied ? t('copied') : t('copy')}</span>
        </Button>
        <Button onClick={() => download(text)}>
          <Download className="size-4" aria-hidden />
          {t('download')}
        </Button>
        <Button onClick={() => window.print()}>
          <Printer className="size-4" aria-hidden />
          {t('print')}
        </Button>
        <Button variant="primary" onClick={onKept}>
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
