'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { directoryQuery } from '@/lib/queries/directory';

/** Says aloud how many were found, and why it may be fewer than there are. */
export function SearchNote({
  typed,
  isFiltered,
  count,
  current,
  isError,
}: {
  typed: string;
  isFiltered: boolean;
  count: number;
  current: boolean;
  isError: boolean;
}) {
  const t = useTranslations('search');
  const directory = useQuery(directoryQuery());
  const {
    running = false,
    seen = 0,
    expected = null,
    supported = true,
    finished_at: finishedAt,
  } = directory.data ?? {};
  const isUnloaded =
    directory.data !== undefined &&
    supported &&
    !running &&
    (finishedAt === null || directory.data.error !== null);
  return (
    <div className="text-sm text-ink-muted [&>p:not(.sr-only)]:px-3 [&>p:not(.sr-only)]:py-1">
      {running && (
        <p>{expected === null ? t('loadingUnknown', { seen }) : t('loading', { seen, expected })}</p>
      )}
      {!supported && <p>{t('unsupported')}</p>}
      {isUnloaded && <p>{t('unloaded')}</p>}
      {isError && <p role="alert">{t('error')}</p>}
      {!isError && !current && count === 0 && <p>{t('searching')}</p>}
      {!isError && current && typed === '' && isFiltered && count === 0 && <p>{t('noneInFilter')}</p>}
      {!isError && current && supported && typed !== '' && count === 0 && (
        <>
          <p className="font-medium text-ink">{t('none', { query: typed })}</p>
          <p>{isFiltered ? t('noneInFilter') : t('noneHint')}</p>
        </>
      )}
      <p role="status" className="sr-only">
        {current && (typed !== '' || isFiltered) ? t('count', { count }) : ''}
      </p>
    </div>
  );
}
