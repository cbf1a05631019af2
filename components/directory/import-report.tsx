'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { ImportItem } from '@/lib/domain/import-item';
import { useImportChanges } from '@/lib/queries/imports';
import { FileProblems } from './file-problems';
import { useImportProblem } from './use-import-problem';

const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

const isKnown = (separator: string): separator is keyof typeof SEPARATORS =>
  Object.hasOwn(SEPARATORS, separator);

/** What was recognised in the file, so that a wrong guess is seen before anything is taken over. */
function Recognised({ item }: { item: ImportItem }) {
  const t = useTranslations('directoryImport');
  const separator = isKnown(item.separator) ? t(SEPARATORS[item.separator]) : item.separator;
  const names = (isUsed: boolean) =>
    item.columns
      .filter(({ header, field }) => (field !== null) === isUsed && header !== '')
      .map(({ header }) => header)
      .join(', ');
  const ignored = names(false);
  return (
    <div className="flex min-w-0 flex-col gap-1 text-sm text-ink-muted">
      <h3 className="text-base font-semibold break-words text-ink">{item.file_name}</h3>
      <p className="tabular-nums">{t('read', { rows: item.rows, encoding: item.encoding, separator })}</p>
      <p className="break-words">{t('known', { columns: names(true) })}</p>
      {ignored !== '' && <p className="break-words">{t('ignored', { columns: ignored })}</p>}
    </div>
  );
}

function Taking({ item }: { item: ImportItem }) {
  const t = useTranslations('directoryImport');
  const tDirectory = useTranslations('directory');
  const text = tDirectory('of', { seen: item.taken, expected: item.rows });
  return (
    <>
      {item.taken === 0 ? (
        <p role="status">{t('queued')}</p>
      ) : (
        <ProgressBar label={t('taking')} text={text} done={item.taken} total={item.rows} />
      )}
      <p className="text-sm text-ink-muted">{t('takingHint')}</p>
    </>
  );
}

/** A file that was checked: what is wrong with it, or what taking it over does, and the decision. */
export function ImportReport({ item }: { item: ImportItem }) {
  const t = useTranslations('directoryImport');
  const { takeOver, discard } = useImportChanges(item.import_id);
  const problemOf = useImportProblem();
  const error = takeOver.error ?? discard.error;
  const isBusy = takeOver.isPending || discard.isPending;
  return (
    <div className="flex flex-col gap-4" data-testid="import" data-state={item.state}>
      <Recognised item={item} />
      {item.state === 'taking_over' && <Taking item={item} />}
      {item.state === 'checked' && (
        <>
          {item.rejected > 0 && <FileProblems item={item} />}
          {item.rejected === 0 && (
            <p className="flex gap-2" role="status">
              <CircleCheck className="mt-1 size-4 shrink-0 text-stable-ink" aria-hidden />
              <span>
                {t('allGood')} {t('ready', { added: item.added, changed: item.changed })}
              </span>
            </p>
          )}
          {(error || item.failed) && (
            <Notice tone="bad" icon={CircleAlert} role="alert">
              {error ? problemOf(error) : t('failed')}
            </Notice>
          )}
          <div className="flex flex-wrap gap-2">
            {item.rejected === 0 && (
              <Button variant="primary" disabled={isBusy} onClick={() => takeOver.mutate()}>
                {t('takeOver')}
              </Button>
            )}
            <Button disabled={isBusy} onClick={() => discard.mutate()}>
              {t('discard')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
