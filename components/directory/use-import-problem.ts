'use client';

import { useTranslations } from 'next-intl';
import { ApiError } from '@/lib/queries/api-error';
import { FileError } from '@/lib/queries/send-file';
import { useProblem } from './use-problem';

const TEXTS = {
  import_spreadsheet: 'spreadsheet',
  import_empty: 'empty',
  import_without_ids: 'withoutIds',
  body_too_large: 'tooLarge',
  directory_busy: 'busy',
  import_unknown: 'gone',
  conflict: 'another',
} as const;

const codeIn = (code: string): code is keyof typeof TEXTS => Object.hasOwn(TEXTS, code);

/** Why a file was refused, in a sentence that says what to do. */
export function useImportProblem(): (error: Error) => string {
  const t = useTranslations('directoryImport');
  const other = useProblem();
  return (error) => {
    if (error instanceof FileError && error.line !== null) return t('broken', { line: error.line });
    return error instanceof ApiError && codeIn(error.code) ? t(TEXTS[error.code]) : other(error);
  };
}
