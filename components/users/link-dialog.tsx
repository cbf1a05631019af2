'use client';

import { Check, Copy } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { CONTROL } from '@/components/ui/field';
import type { MadeLink } from '@/lib/domain/account';

/** The one time that a link is shown. */
export function LinkDialog({ made, onClose }: { made: MadeLink; onClose: () => void }) {
  const t = useTranslations('users');
  const format = useFormatter();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const { user, link } = made;
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link.url);
      setCopied(true);
    } catch {
      // Without https a browser has no clipboard; the link is selected, to be copied by hand.
    }
  };
  const Icon = copied ? Check : Copy;
  const text = { name: user.name, time: format.dateTime(new Date(link.ends_at), { timeStyle: 'short' }) };
  return (
    <Dialog open onOpenChange={onClose} title={t('linkTitle', { name: user.name })} closeLabel={t('close')}>
      <div className="flex flex-col gap-4">
        <p className="text-pretty">{link.kind === 'invite' ? t('inviteText', text) : t('resetText', text)}</p>
        <input
          ref={field}
          readOnly
          aria-label={t('link')}
          value={link.url}
          onFocus={(event) => event.target.select()}
          className={CONTROL}
          data-testid="link"
        />
        <p className="text-sm text-pretty text-ink-muted">{t('linkOnce')}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            {t('done')}
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
