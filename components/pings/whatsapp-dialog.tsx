'use client';

import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useDraft } from '@/components/shell/drafts';
import { Dialog } from '@/components/ui/dialog';
import { internationalPhone } from '@/lib/domain/phone';
import type { PingDetails } from '@/lib/domain/ping-details';
import { defaultSettings } from '@/lib/domain/settings';
import { settingsQuery } from '@/lib/queries/settings';
import { useCustomerText } from './use-customer-text';

const FIELD = 'w-full rounded border border-line-strong bg-surface px-3 text-sm text-ink';

type WhatsappDialogProps = {
  ping: PingDetails;
  phones: readonly string[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The text for the customer, to read and change before WhatsApp opens with it; nothing sends itself. */
export function WhatsappDialog({ ping, phones, open, onOpenChange }: WhatsappDialogProps) {
  const t = useTranslations('ticket');
  const tShortcuts = useTranslations('shortcuts');
  const { data: settings = defaultSettings } = useQuery(settingsQuery());
  const proposed = useCustomerText(ping);
  // Kept in the tab as it was changed; a text that was emptied is only empty until the page is left.
  const [draft, keep] = useDraft(`whatsapp:${ping.task_id}`);
  const [isEmptied, setEmptied] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const phoneId = useId();
  const hintId = useId();
  const text = isEmptied ? '' : draft.text || (proposed ?? '');
  const phone = typed ?? phones[0] ?? '';
  const number = internationalPhone(phone, settings.countryCode);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('whatsappTitle')}
      closeLabel={tShortcuts('close')}
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-col gap-1 text-sm">
          <label htmlFor={phoneId} className="font-medium">
            {t('phone')}
          </label>
          <input
            id={phoneId}
            aria-describedby={hintId}
            className={`${FIELD} h-10`}
            type="tel"
            inputMode="tel"
            list="phones-of-record"
            value={phone}
            onChange={(event) => setTyped(event.target.value)}
          />
          <datalist id="phones-of-record">
            {phones.map((known) => (
              <option key={known} value={known} />
            ))}
          </datalist>
          <span id={hintId} className="text-xs text-ink-muted">
            {number === null && phone !== '' ? t('phoneWrong') : t('phoneHint')}
          </span>
        </div>
        <label className="flex flex-col gap-1 text-sm font-medium">
          {t('text')}
          <textarea
            className={`${FIELD} py-2`}
            rows={9}
            value={text}
            onChange={(event) => {
              setEmptied(event.target.value === '');
              keep({ text: event.target.value, savedFor: null });
            }}
            data-testid="customer-text"
          />
        </label>
        <a
          href={number === null ? undefined : `https://wa.me/${number}?text=${encodeURIComponent(text)}`}
          target="_blank"
          rel="noreferrer"
          aria-disabled={number === null}
          data-next={number === null ? undefined : ''}
          className="flex h-10 items-center justify-center gap-2 rounded bg-brand px-4 text-sm font-medium text-brand-contrast aria-disabled:pointer-events-none aria-disabled:opacity-55"
        >
          <ExternalLink className="size-4" aria-hidden />
          {t('open')}
        </a>
      </div>
    </Dialog>
  );
}
