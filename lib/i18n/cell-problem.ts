import { createTranslator } from 'next-intl';
import type { CellProblem } from '@/lib/domain/service-file-row';
import en from './en.json';
import es from './es.json';
import type { Locale } from './locale';
import ptBr from './pt-br.json';

const MESSAGES = { es, 'pt-BR': ptBr, en };

/** For files that leave the server: what is wrong with a row, in the language of whoever corrects it. */
export function cellProblemWords(locale: Locale) {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'cellProblem' });
  const words = ({ column, code, line = 0 }: CellProblem) =>
    column === '' ? t(code, { line }) : `${column}: ${t(code, { line })}`;
  return {
    header: t('header'),
    why: (line: number, problems: readonly CellProblem[]) =>
      t('line', { line, problems: problems.map(words).join('; ') }),
  };
}
