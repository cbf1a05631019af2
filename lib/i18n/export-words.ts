import type { ExportWords } from '@/lib/domain/history-export';
import en from './en.json';
import es from './es.json';
import exportEn from './export/en.json';
import exportEs from './export/es.json';
import exportPtBr from './export/pt-br.json';
import type { Locale } from './locale';
import ptBr from './pt-br.json';

const MESSAGES = {
  es: { messages: es, own: exportEs },
  'pt-BR': { messages: ptBr, own: exportPtBr },
  en: { messages: en, own: exportEn },
} satisfies Record<Locale, unknown>;

/** The words of an export; what the pages say too, such as the results, is said the same. */
export function exportWords(locale: Locale): ExportWords {
  const { messages, own } = MESSAGES[locale];
  const { face, failure, reason } = messages;
  return { ...own, outcome: face, failure, reason };
}
