import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locale';

/** Each language in its own words. */
export const LANGUAGES: readonly { value: Locale; label: string }[] = [
  { value: 'es', label: 'Español' },
  { value: 'pt-BR', label: 'Português' },
  { value: 'en', label: 'English' },
];

/** Remembers the language of this browser for a year. */
export function rememberLanguage(locale: string): void {
  document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=31536000; samesite=lax`;
}
