export const LOCALES = ['es', 'pt-BR', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = 'es';
export const LOCALE_COOKIE = 'pulso-locale';
/** Holds the mark of the choices that this browser has taken over; see `lib/page-choices.ts`. */
export const CHOICES_COOKIE = 'pulso-choices';

/** The language of a cookie's value; Spanish for everything that is not one of ours. */
export const toLocale = (value: string | undefined): Locale =>
  LOCALES.find((locale) => locale === value) ?? DEFAULT_LOCALE;
