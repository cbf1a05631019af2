'use client';

import { Check, ClipboardCopy, MessageCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useCopy } from '@/components/ui/use-copy';
import type { PingDetails } from '@/lib/domain/ping-details';
import { CopyByHand } from './copy-by-hand';
import { HandoverNote } from './handover-note';
import type { Step } from './next-steps';
import { useHandoverNote } from './use-handover-note';
import { useTicketText } from './use-ticket-text';
import { WhatsappDialog } from './whatsapp-dialog';

type HandoverProps = {
  ping: PingDetails;
  phones: readonly string[];
  done: ReadonlySet<Step>;
  /** Under which name what is typed is kept; one for the whole line unless told otherwise. */
  draftKey?: string;
};

const CHIP =
  'fixed bottom-8 left-1/2 z-20 -translate-x-1/2 animate-fade rounded border border-line bg-surface px-4 py-2 text-sm font-medium shadow-floating';

/** Two texts, one click each: for the ticket and for the customer. */
export function Handover({ ping, phones, done, draftKey }: HandoverProps) {
  const t = useTranslations('ticket');
  const ticket = useTicketText();
  const note = useHandoverNote(ping, draftKey);
  const [writing, setWriting] = useState(false);
  const text = () => ticket({ ping, done, note: note.text, origin: window.location.origin });

  const { state, copy } = useCopy(text, { shownMs: 2500 });
  // Whoever presses the key may have the button out of sight.
  const [isByKey, setByKey] = useState(false);
  const copyBy = (key: boolean) => {
    setByKey(key);
    copy();
  };
  // A customer hears nothing of a test that was never made.
  const wasMade = ping.failure?.code !== 'withdrawn';
  useShortcuts({ t: () => copyBy(true), w: wasMade ? () => setWriting(true) : undefined });

  return (
    <section aria-label={t('title')} className="flex w-full flex-col gap-3">
      <HandoverNote note={note} />
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => copyBy(false)} data-testid="copy-ticket">
          {state === 'copied' ? (
            <Check className="size-4" aria-hidden />
          ) : (
            <ClipboardCopy className="size-4" aria-hidden />
          )}
          {state === 'copied' ? t('copied') : t('copy')}
          <Kbd>T</Kbd>
        </Button>
        {wasMade && (
          <Button onClick={() => setWriting(true)} data-testid="whatsapp">
            <MessageCircle className="size-4" aria-hidden />
            {t('whatsapp')}
            <Kbd>W</Kbd>
          </Button>
        )}
        <span className="ml-auto text-xs text-ink-muted tabular-nums" data-testid="case-code">
          {t('code', { code: ping.case_code })}
        </span>
      </div>
      <p role="status" className={isByKey && state === 'copied' ? CHIP : 'sr-only'}>
        {state === 'copied' ? t('copied') : ''}
      </p>
      {state === 'failed' && <CopyByHand text={text()} rows={8} />}
      <WhatsappDialog ping={ping} phones={phones} open={writing} onOpenChange={setWriting} />
    </section>
  );
}
