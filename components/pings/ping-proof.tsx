'use client';

import { Check, ClipboardCopy, Share2, ShieldCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useServiceName } from '@/components/services/service-name';
import { useBrowserFact } from '@/components/shell/use-browser-fact';
import { Button } from '@/components/ui/button';
import { useCopy } from '@/components/ui/use-copy';
import { faceOf } from '@/lib/domain/face';
import type { PingDetails } from '@/lib/domain/ping-details';
import { PROVEN_MOMENT } from '@/lib/i18n/moments';
import { CopyByHand } from './copy-by-hand';
import { usePacketCounts } from './use-packet-counts';

/** True where the system can send a text on by itself, as phones do; they ask for https. */
const useCanShare = () => useBrowserFact(() => typeof navigator.share === 'function');

/** What is sent on: the verdict with its counts, whose line, who measured and when, and the way back to it. */
function useProofText(): (ping: PingDetails, made: string) => string {
  const tApp = useTranslations('app');
  const tFace = useTranslations('face');
  const tTicket = useTranslations('ticket');
  const tService = useTranslations('service');
  const nameOf = useServiceName();
  const countsOf = usePacketCounts();
  return (ping, made) => {
    const counts = ping.sent === 0 ? null : countsOf(ping);
    const name = nameOf({ service_id: ping.service_id, name: ping.service_name });
    return [
      [tApp('name'), tFace(faceOf(ping)), counts].filter(Boolean).join(' · '),
      `${name} · ${tService('id', { id: String(ping.service_id) })}`,
      made,
      tTicket('code', { code: ping.case_code }),
      `${window.location.origin}/pings/${ping.task_id}`,
    ].join('\n');
  };
}

/** That a test was made: who, when, its code, and one press that sends it on. */
export function PingProof({ ping }: { ping: PingDetails }) {
  const t = useTranslations('proof');
  const tTicket = useTranslations('ticket');
  const format = useFormatter();
  const canShare = useCanShare();
  const textOf = useProofText();
  const names = [...new Set(ping.requested_by.map((who) => who.name))].join(', ');
  const at = format.dateTime(new Date(ping.finished_at ?? ping.started_at), PROVEN_MOMENT);
  const by = t('by', { names });
  const text = () => textOf(ping, `${by} · ${at}`);
  const { state, copy } = useCopy(text, { shownMs: 2500 });
  const share = () =>
    void navigator.share({ text: text() }).catch((error: unknown) => {
      // Whoever thinks better of it closes the sheet of the system; that is no fault.
      if (!(error instanceof DOMException && error.name === 'AbortError')) copy();
    });
  const Icon = canShare ? Share2 : state === 'copied' ? Check : ClipboardCopy;
  return (
    <section
      aria-label={t('title')}
      className="flex w-full flex-col gap-3 rounded border border-line p-4 text-base"
      data-testid="ping-proof"
    >
      <p className="flex items-start gap-2">
        <ShieldCheck className="mt-1 size-4 shrink-0 text-brand-ink" aria-hidden />
        <span className="min-w-0">
          <span className="font-medium">{by}</span>
          <span className="block text-ink-muted tabular-nums">{at}</span>
          <span className="block text-ink-muted tabular-nums">
            {tTicket('code', { code: ping.case_code })}
          </span>
        </span>
      </p>
      <Button size="lg" className="w-full sm:w-auto sm:self-start" onClick={canShare ? share : copy}>
        <Icon className="size-5" aria-hidden />
        {state === 'copied' ? t('copied') : canShare ? t('share') : t('copy')}
      </Button>
      <p role="status" className="sr-only">
        {state === 'copied' ? t('copied') : ''}
      </p>
      {state === 'failed' && <CopyByHand text={text()} rows={6} />}
    </section>
  );
}
