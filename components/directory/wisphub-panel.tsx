'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert, FolderSync, Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAge } from '@/components/shell/age';
import { Moment } from '@/components/shell/moment';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Skeleton } from '@/components/ui/skeleton';
import type { DirectoryItem } from '@/lib/domain/directory-item';
import { directoryQuery, useSyncDirectory } from '@/lib/queries/directory';
import { LoadNotice } from './load-notice';
import { useProblem } from './use-problem';

const LOOKS = { 1: 'look1', 2: 'look2', 3: 'look3' } as const;

function LoadProgress({ directory }: { directory: DirectoryItem }) {
  const t = useTranslations('directory');
  const { look, seen, expected } = directory;
  const text = expected === null ? t('soFar', { seen }) : t('of', { seen, expected });
  return <ProgressBar label={t(LOOKS[look])} text={text} done={seen} total={expected} />;
}

function LastLoad({ directory }: { directory: DirectoryItem }) {
  const t = useTranslations('directory');
  const age = useAge();
  const { finished_at: finishedAt } = directory;
  if (finishedAt === null) {
    return (
      <p className="text-ink-muted">
        {t('neverRead')} {t('neverHint')}
      </p>
    );
  }
  return (
    <p className="text-ink-muted" data-testid="last-load">
      <Moment at={finishedAt}>{t('lastRead', { age: age(finishedAt) })}</Moment>
    </p>
  );
}

/** Asking for a load: which one was asked for is known by the one that had ended, or begun, until then. */
function useAsking(directory: DirectoryItem | undefined) {
  const [asked, setAsked] = useState<DirectoryItem | null>(null);
  const sync = useSyncDirectory();
  const isWaiting =
    asked !== null &&
    directory !== undefined &&
    !directory.running &&
    directory.started_at === asked.started_at &&
    directory.finished_at === asked.finished_at;
  const ask = (believesShort = false) => {
    setAsked(directory ?? null);
    sync.mutate({ believesShort }, { onError: () => setAsked(null) });
  };
  return { ask, isWaiting, error: sync.error };
}

type LoadButtonProps = {
  text: string;
  /** Null while a load cannot be asked for. */
  onLoad: (() => void) | null;
};

function LoadButton({ text, onLoad }: LoadButtonProps) {
  const t = useTranslations('directory');
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button onClick={onLoad ?? undefined} disabled={onLoad === null}>
        <FolderSync className="size-4" aria-hidden />
        {t('load')}
      </Button>
      <p className="min-w-0 flex-1 basis-64 text-sm text-pretty text-ink-muted" role="status">
        {text}
      </p>
    </div>
  );
}

function Load({ directory, asking }: { directory: DirectoryItem; asking: ReturnType<typeof useAsking> }) {
  const t = useTranslations('directory');
  const problem = useProblem();
  const { ask, isWaiting, error } = asking;
  const canLoad = !directory.running && !isWaiting;
  return (
    <>
      <LastLoad directory={directory} />
      {directory.running ? (
        <LoadProgress directory={directory} />
      ) : (
        <LoadNotice directory={directory} onBelieve={isWaiting ? null : () => ask(true)} />
      )}
      {error && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {t('askFailed', { why: problem(error) })}
        </Notice>
      )}
      <LoadButton text={isWaiting ? t('asked') : t('every')} onLoad={canLoad ? () => ask() : null} />
    </>
  );
}

/** The count and when it was read; the button is known already, and its words hold the lines that they will take. */
function PanelSkeleton() {
  const t = useTranslations('directory');
  return (
    <div className="flex flex-col gap-4" aria-busy>
      <Skeleton className="my-0.5 h-6 w-40" />
      <Skeleton className="my-0.5 h-4 w-56" />
      <LoadButton text={t('every')} onLoad={null} />
    </div>
  );
}

/** What WispHub gives: how many customers, how fresh they are, and the load under way. */
export function WispHubPanel() {
  const t = useTranslations('directory');
  const tProblem = useTranslations('problem');
  const [isAsked, setIsAsked] = useState(false);
  const { data, isError } = useQuery(directoryQuery({ isAsked }));
  const asking = useAsking(data);
  if (asking.isWaiting !== isAsked) setIsAsked(asking.isWaiting);
  return (
    <section aria-labelledby="from-wisphub" className="flex flex-col gap-4" data-testid="directory">
      <h2 id="from-wisphub" className="border-b border-line pb-2 text-base font-semibold">
        {t('fromWispHub')}
      </h2>
      {!data && !isError && <PanelSkeleton />}
      {!data && isError && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {tProblem('load')}
        </Notice>
      )}
      {data && (
        <div className="flex flex-col gap-1">
          <p className="text-lg font-semibold tabular-nums" data-testid="directory-count">
            {t('count', { count: data.count })}
          </p>
          {data.vanished > 0 && <p className="text-ink-muted">{t('vanished', { count: data.vanished })}</p>}
        </div>
      )}
      {data?.supported && <Load directory={data} asking={asking} />}
      {data?.supported === false && (
        <Notice tone="info" icon={Info}>
          {t('unsupported')}
        </Notice>
      )}
    </section>
  );
}
