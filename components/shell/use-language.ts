import { useLocale } from 'next-intl';
import { languageOf, type Locale } from '@/lib/i18n/locale';

/** The language of the page. What the library calls its locale are the customs by which dates and numbers are written. */
export const useLanguage = (): Locale => languageOf(useLocale());
