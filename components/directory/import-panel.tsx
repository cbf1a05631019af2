'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useAge } from '@/components/shell/age';
import { Moment } from '@/components/shell/moment';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { latestImportQuery, useCheckFile } from '@/lib/queries/imports';
import { FileColumns } from './file-columns';
import { FileDrop } from './file-drop';
import { ImportReport } from './import-report';
import { useImportProblem } from './use-import-problem';

function Sending({ name, share, onStop }: { name: string; share: number; onStop: () => void }) {
  const t = useTranslations('directoryImport');
  const percent = Math.floor(share * 100);
  const label = share < 1 ? t('sending', { name }) : t('checking', { name });
  return (
    <div className="flex flex-col gap-3">
      <ProgressBar
        label={label}
        text={share < 1 ? `${percent} %` : ''}
        done={percent}
        total={share < 1 ? 100 : null}
      />
      <Button className="self-start" onClick={onStop}>
        {t('cancel')}
      </Button>
    </div>
  );
}

/** The customers of a file: bring it, see what it would change, and decide. */
export function ImportPanel() {
  const t = useTranslations('directoryImport');
  const client = useQueryClient();
  const { data: item } = useQuery(latestImportQuery());
  const { check, share, stop } = useCheckFile();
  const problemOf = useImportProblem();
  const age = useAge();
  const state = item?.state;
  useEffect(() => {
    // Whoever watches the end sees the new number of customers at once.
    if (state === 'taken_over') void client.invalidateQueries({ queryKey: ['directory'] });
  }, [client, state]);
  const isStopped = check.error instanceof DOMException && check.error.name === 'AbortError';
  const refusal = check.error && !isStopped ? problemOf(check.error) : null;
  const isWaiting = state === 'checked' || state === 'taking_over';
  // A good file waits for its decision alone; one with errors is followed by the corrected one.
  const isDecided = isWaiting && item?.rejected === 0;
  return (
    <section aria-labelledby="from-file" className="flex flex-col gap-4">
      <h2 id="from-file" className="border-b border-line pb-2 text-base font-semibold">
        {t('title')}
      </h2>
      <p className="text-pretty text-ink-muted">{t('hint')}</p>
      {item && item.taken_over_at !== null && !check.isPending && (
        <p className="flex gap-2" role="status" data-testid="imported">
          <CircleCheck className="mt-1 size-4 shrink-0 text-stable-ink" aria-hidden />
          <Moment at={item.taken_over_at}>
            {t('done', { rows: item.rows, age: age(item.taken_over_at) })}
          </Moment>
        </p>
      )}
      {check.isPending && <Sending name={check.variables.name} share={share} onStop={stop} />}
      {refusal && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {refusal}
        </Notice>
      )}
      {!check.isPending && item && isWaiting && <ImportReport key={item.import_id} item={item} />}
      {!check.isPending && !isDecided && (
        <>
          <FileDrop onFile={(file) => check.mutate(file)} />
          <FileColumns />
        </>
      )}
    </section>
  );
}
