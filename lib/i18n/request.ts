import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { env } from '@/lib/env';
import { pageChoices } from '@/lib/page-choices';
import { CHOICES_COOKIE, CUSTOMS, LOCALE_COOKIE, toLocale, type Locale } from './locale';

const MESSAGES = {
  es: () => import('./es.json'),
  'pt-BR': () => import('./pt-br.json'),
  en: () => import('./en.json'),
} satisfies Record<Locale, () => Promise<unknown>>;

export default getRequestConfig(async () => {
  const [jar, choices] = await Promise.all([cookies(), pageChoices()]);
  // A browser that has not taken over what the person chose shows it all the same, from the first page on.
  const isNew = choices !== null && jar.get(CHOICES_COOKIE)?.value !== choices.mark;
  const locale = toLocale((isNew && choices.locale) || jar.get(LOCALE_COOKIE)?.value);
  const { default: messages } = await MESSAGES[locale]();
  return { locale: CUSTOMS[locale], messages, timeZone: choices?.timeZone ?? env().TIME_ZONE };
});
