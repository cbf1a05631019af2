import type { Customs, Locale } from './locale';
import type es from './es.json';

declare module 'next-intl' {
  // Only an interface can be merged into the library's own.
  interface AppConfig {
    Locale: Locale | Customs;
    Messages: typeof es;
  }
}
