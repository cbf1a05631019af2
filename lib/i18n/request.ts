import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { env } from '@/lib/env';
import { LOCALE_COOKIE, toLocale, type Locale } from './locale';

const MESSAGES = {
  es: () => import('./es.json'),
  'pt-BR': () => import('./pt-br.json'),
  en: () => import('./en.json'),
} satisfies Record<Locale, () => Promise<unknown>>;

export default getRequestConfig(async () => {
  const locale = toLocale((await cookies()).get(LOCALE_COOKIE)?.value);
  const { default: messages } = await MESSAGES[locale]();
  return { locale, messages, timeZone: env().TIME_ZONE };
});
