'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { Step } from '@/components/pings/next-steps';
import { useCustomerText } from '@/components/pings/use-customer-text';
import { useTicketText } from '@/components/pings/use-ticket-text';
import { Skeleton } from '@/components/ui/skeleton';
import type { PingDetails } from '@/lib/domain/ping-details';
import { defaultSettings } from '@/lib/domain/settings';
import { settingsQuery } from '@/lib/queries/settings';

const TEXT = 'rounded bg-sunken p-3 font-sans text-xs wrap-anywhere whitespace-pre-wrap';
const ORIGIN = 'https://pulso.example';

/** What the customer would be sent, in the language of the operator's voice and not of the page. */
export function CustomerText({ ping }: { ping: PingDetails }) {
  const { data: settings = defaultSettings } = useQuery(settingsQuery());
  const text = useCustomerText(ping);
  if (text === null) return <Skeleton className="h-24 w-full" />;
  const voice = settings.customerVoice;
  return (
    <pre lang={voice.startsWith('es') ? 'es' : voice} className={TEXT}>
      {text}
    </pre>
  );
}

type TicketTextProps = { ping: PingDetails; done: ReadonlySet<Step>; note?: string };

/** What would be pasted into the ticket. */
export function TicketText({ ping, done, note = '' }: TicketTextProps) {
  const ticket = useTicketText();
  return <pre className={TEXT}>{ticket({ ping, done, note, origin: ORIGIN })}</pre>;
}

/** Both texts of a result, as they would leave the desk. */
export function PingTexts({ ping, done }: { ping: PingDetails; done: ReadonlySet<Step> }) {
  const t = useTranslations('ticket');
  return (
    <details open className="w-full">
      <summary className="w-fit cursor-pointer rounded-sm text-sm text-ink-muted">{t('title')}</summary>
      <div className="mt-2 flex flex-col gap-2">
        <TicketText ping={ping} done={done} />
        <CustomerText ping={ping} />
      </div>
    </details>
  );
}
