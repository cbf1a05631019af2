export const LOCALES = ['es', 'pt-BR', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** By whose customs dates and numbers of a language are written. Our English is Britain's: the day before the month. */
export const CUSTOMS = { es: 'es', 'pt-BR': 'pt-BR', en: 'en-GB' } as const satisfies Record<Locale, string>;
export type Customs = (typeof CUSTOMS)[Locale];

export const DEFAULT_LOCALE: Locale = 'es';

/** The language that is written by these customs. */
export const languageOf = (customs: Locale | Customs): Locale =>
  LOCALES.find((locale) => locale === customs || CUSTOMS[locale] === customs) ?? DEFAULT_LOCALE;

export const LOCALE_COOKIE = 'pulso-locale';
/** Holds the mark of the choices that this browser has taken over; see `lib/page-choices.ts`. */
export const CHOICES_COOKIE = 'pulso-choices';

/** The language of a cookie's value; Spanish for everything that is not one of ours. */
export const toLocale = (value: string | undefined): Locale =>
  LOCALES.find((locale) => locale === value) ?? DEFAULT_LOCALE;
