import { DEFAULT_LOCALE, LOCALE_COOKIE, LOCALES, type Locale } from './locale';

const languageOf = (tag: string) => tag.trim().toLowerCase().split('-')[0] ?? '';

const ours = (tag: string | null | undefined): Locale | undefined =>
  LOCALES.find((locale) => languageOf(locale) === languageOf(tag ?? ''));

/** The tags of an Accept-Language header, the most wanted first. */
function wanted(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag, weight: weight === undefined ? 1 : Number(weight.trim().slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/**
 * The language of a request: the one it names (`?lang=`), the one chosen on the pages (a cookie), or the one that its
 * program asks for (Accept-Language).
 */
export function requestLocale(headers: Headers, lang: string | null): Locale {
  const cookie = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([^;]*)`).exec(headers.get('cookie') ?? '')?.[1];
  const accepted = wanted(headers.get('accept-language') ?? '').map(ours);
  return ours(lang) ?? ours(cookie) ?? accepted.find((locale) => locale !== undefined) ?? DEFAULT_LOCALE;
}
