'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { CONTROL } from '@/components/ui/field';
import type { MadeToken } from '@/lib/domain/api-token';

/** The one time that a token is shown. It closes only by the button that says it is kept. */
export function MadeTokenDialog({ made, onClose }: { made: MadeToken; onClose: () => void }) {
  const t = useTranslations('tokens');
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(made.token);
      setCopied(true);
    } catch {
      // Without https a browser has no clipboard; the token is selected, to be copied by hand.
    }
  };
  const Icon = copied ? Check : Copy;
  return (
    <Dialog open onOpenChange={() => {}} title={t('madeTitle', { name: made.name })} closeLabel={null}>
      <div className="flex flex-col gap-4">
        <p className="text-pretty">{t('madeHint')}</p>
        <input
          ref={field}
          readOnly
          aria-label={t('secret')}
          value={made.token}
          onFocus={(event) => event.target.select()}
          className={CONTROL}
          data-testid="made-token"
        />
        <p className="text-sm text-ink-muted">
          {t('use')}
          <code className="mt-1 block rounded bg-sunken px-3 py-2 text-xs wrap-anywhere text-ink">
            Authorization: Bearer pulso_…{made.hint}
          </code>
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            {t('close')}
          </Button>
          <Button variant="primary" onClick={() => void copy()}>
            <Icon className="size-4" aria-hidden />
            <span role="status">{copied ? t('copied') : t('copy')}</span>
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
