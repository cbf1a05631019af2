import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NextIntlClientProvider } from 'next-intl';
import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { NextSteps, STEPS, type Step } from '@/components/pings/next-steps';
import { PingProgress } from '@/components/pings/ping-progress';
import { PingResult } from '@/components/pings/ping-result';
import { useCustomerText } from '@/components/pings/use-customer-text';
import { useTicketText } from '@/components/pings/use-ticket-text';
import { ServiceCard } from '@/components/services/service-card';
import { adviceOf } from '@/lib/domain/advice';
import { isFinal } from '@/lib/domain/ping';
import type { PingDetails } from '@/lib/domain/ping-details';
import type { ServiceItem } from '@/lib/domain/service-item';
import { defaultSettings, type Settings } from '@/lib/domain/settings';
import { atMs, testStart } from '@/lib/domain/test-ping';
import { settingsQuery } from '@/lib/queries/settings';
import customerEn from '../customer/en.json';
import customerTu from '../customer/es-tu.json';
import customerUsted from '../customer/es-usted.json';
import customerVos from '../customer/es-vos.json';
import customerPtBr from '../customer/pt-br.json';
import en from '../en.json';
import es from '../es.json';
import { CUSTOMS, type Locale } from '../locale';
import ptBr from '../pt-br.json';

export type Voice = Settings['customerVoice'];

const MESSAGES = { es, 'pt-BR': ptBr, en };
const CUSTOMER_TEXTS = {
  'es-usted': customerUsted,
  'es-tu': customerTu,
  'es-vos': customerVos,
  'pt-BR': customerPtBr,
  en: customerEn,
};

/** A page's query client that has everything it would ask the server for. */
function clientFor(voice: Voice): QueryClient {
  const client = new QueryClient();
  const settings = { ...defaultSettings, operatorName: 'Fibra Demo', customerVoice: voice };
  client.setQueryData(settingsQuery().queryKey, settings);
  client.setQueryData(['customer-texts', voice], CUSTOMER_TEXTS[voice]);
  return client;
}

function markupOf(locale: Locale, children: ReactNode, voice: Voice = 'es-usted'): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={CUSTOMS[locale]}
      messages={MESSAGES[locale]}
      timeZone="America/Bogota"
      now={atMs(30_000)}
      onError={(error) => {
        throw error;
      }}
    >
      <QueryClientProvider client={clientFor(voice)}>
        <Tooltip.Provider>{children}</Tooltip.Provider>
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
}

const ENTITIES = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#x27;', "'"],
]);
/** The text of a markup as a person reads it: a no-break space looks like any other. */
const decoded = (text: string) =>
  text
    .replaceAll(/&(?:\w+|#x27);/g, (found) => ENTITIES.get(found) ?? found)
    .replaceAll(/[\u00a0\u202f]/g, ' ');

const BLOCK =
  /<\/?(?:p|div|section|h[1-6]|ul|li|dl|dt|dd|label|button|details|summary|table|thead|tbody|tr|th|td|svg)\b[^>]*>/g;
/** A word that explains itself stands in its line like any other. */
const TERM = /<button\b(?=[^>]*\sdata-(?:term|moment)=)[^>]*>(.*?)<\/button>/g;
const BLOCK_SPAN = /<span class="block[^>]*>(.*?)<\/span>/g;

/** What stands on a screen, line by line, and what a screen reader is told besides. */
export type Screen = { lines: string[]; labels: string[] };

function screenOf(markup: string): Screen {
  const text = markup
    .replaceAll(TERM, '$1')
    .replaceAll(BLOCK_SPAN, '\n$1\n')
    .replaceAll(BLOCK, '\n')
    .replaceAll(/<[^>]+>/g, '');
  const labels = [...markup.matchAll(/(?:aria-label|title|placeholder)="([^"]*)"/g)];
  return {
    lines: decoded(text)
      .split('\n')
      .filter((line) => line.trim() !== ''),
    labels: labels.map((match) => decoded(match[1] ?? '')),
  };
}

/** The desk's answer to a ping, in one language: how far it is, or the result with what to do next. */
export function pingScreen(locale: Locale, ping: PingDetails): Screen {
  if (!isFinal(ping)) {
    return screenOf(markupOf(locale, <PingProgress ping={ping} askedAt={testStart.getTime()} />));
  }
  const advice = adviceOf(ping);
  return screenOf(
    markupOf(
      locale,
      <PingResult ping={ping} mayMark settings={defaultSettings} baseline={null}>
        {advice && <NextSteps advice={advice} done={new Set()} onDone={() => {}} />}
      </PingResult>,
    ),
  );
}

function Ticket({ ping, done, note }: { ping: PingDetails; done: ReadonlySet<Step>; note: string }) {
  return useTicketText()({ ping, done, note, origin: 'https://pulso.example' });
}

/** The text for the ticket, with its first step ticked off. */
export function ticketText(locale: Locale, ping: PingDetails, note = ''): string {
  return decoded(markupOf(locale, <Ticket ping={ping} done={new Set([STEPS[0]])} note={note} />));
}

function CustomerText({ ping }: { ping: PingDetails }) {
  return useCustomerText(ping);
}

/** The text for the customer in one voice, as a desk of this language writes it; empty where there is none. */
export const customerText = (locale: Locale, voice: Voice, ping: PingDetails): string =>
  decoded(markupOf(locale, <CustomerText ping={ping} />, voice));

/** The card of a record that was just read. */
export function recordScreen(locale: Locale, service: ServiceItem): Screen {
  const outcome = 'read' as const;
  const reading = {
    service,
    outcome,
    isReading: false,
    isPending: false,
    isError: false,
    readAgain: () => {},
  };
  return screenOf(markupOf(locale, <ServiceCard service={service} reading={reading} onClose={() => {}} />));
}
