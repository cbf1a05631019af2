'use client';

import { useQuery } from '@tanstack/react-query';
import { createFormatter, createTranslator } from 'next-intl';
import { useOperatorZone } from '@/components/shell/operator-zone';
import { customerTextOf } from '@/lib/domain/advice';
import type { PingDetails } from '@/lib/domain/ping-details';
import { remarksOf } from '@/lib/domain/remark';
import { defaultSettings, type Settings } from '@/lib/domain/settings';
import { CUSTOMS, type Locale } from '@/lib/i18n/locale';
import { settingsQuery } from '@/lib/queries/settings';
import { TIME } from '@/lib/i18n/moments';

type Voice = Settings['customerVoice'];

const VOICES = {
  'es-usted': { locale: 'es', load: () => import('@/lib/i18n/customer/es-usted.json') },
  'es-tu': { locale: 'es', load: () => import('@/lib/i18n/customer/es-tu.json') },
  'es-vos': { locale: 'es', load: () => import('@/lib/i18n/customer/es-vos.json') },
  'pt-BR': { locale: 'pt-BR', load: () => import('@/lib/i18n/customer/pt-br.json') },
  en: { locale: 'en', load: () => import('@/lib/i18n/customer/en.json') },
} satisfies Record<Voice, { locale: Locale; load: () => Promise<unknown> }>;

/** The name a customer is greeted by: the first word of the record, in its usual case; "none" where there is none. */
function firstName(name: string | null, locale: Locale): string {
  const first = name?.trim().split(/\s+/)[0] ?? '';
  if (first === '') return 'none';
  return first.slice(0, 1).toLocaleUpperCase(locale) + first.slice(1).toLocaleLowerCase(locale);
}

/** The text that the customer may be sent, in the operator's voice; null until it is loaded, or while the ping runs. */
export function useCustomerText(ping: PingDetails): string | null {
  const { data: settings = defaultSettings } = useQuery(settingsQuery());
  const { locale, load } = VOICES[settings.customerVoice];
  const texts = useQuery({
    queryKey: ['customer-texts', settings.customerVoice],
    queryFn: async () => (await load()).default,
    staleTime: Infinity,
    networkMode: 'always',
  });
  const timeZone = useOperatorZone();
  const remarks = remarksOf(ping, settings).map(({ code }) => code);
  const kind = customerTextOf(ping, remarks);
  if (kind === null || texts.data === undefined) return null;
  const t = createTranslator({ locale, messages: { customer: texts.data }, namespace: 'customer', timeZone });
  // The voice's language, not the desk's, writes the time too.
  const format = createFormatter({ locale: CUSTOMS[locale], timeZone });
  const operator = settings.operatorName.trim().replace(/\.$/, '');
  return t(kind, {
    name: firstName(ping.service_name, locale),
    operator: operator === '' ? 'none' : operator,
    code: ping.case_code,
    time: format.dateTime(new Date(ping.finished_at ?? ping.started_at), TIME),
  });
}
