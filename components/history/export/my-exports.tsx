'use client';

import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Moment } from '@/components/shell/moment';
import { exportFileAddress, exportsQuery, type ExportItem } from '@/lib/queries/history';

function Progress({ item }: { item: ExportItem }) {
  const t = useTranslations('historyExport');
  const share = item.rows_expected === 0 ? 0 : Math.min(1, item.rows_done / item.rows_expected);
  return (
    <>
      <span
        role="progressbar"
        aria-label={t('progress')}
        aria-valuemin={0}
        aria-valuemax={item.rows_expected}
        aria-valuenow={item.rows_done}
        className="flex h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        <span className="bg-running" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="text-xs text-ink-muted tabular-nums">
        {t('rowsOf', { done: item.rows_done, count: item.rows_expected })}
      </span>
    </>
  );
}

function ExportLine({ item }: { item: ExportItem }) {
  const t = useTranslations('historyExport');
  return (
    <li className="flex flex-col gap-1 py-2">
      <span className="flex items-baseline justify-between gap-2">
        <span className="font-medium">{item.format === 'csv' ? 'CSV' : 'JSON Lines'}</span>
        <span className="text-xs text-ink-muted">
          <Moment at={item.created_at} />
        </span>
      </span>
      {item.state === 'done' && (
        <a
          href={exportFileAddress(item.id)}
          download
          className="inline-flex items-center gap-2 self-start rounded-sm font-medium text-brand-ink underline-offset-4 hover:underline"
        >
          <Download className="size-4" aria-hidden />
          {t('downloadFile', { count: item.rows_done })}
        </a>
      )}
      {item.state === 'failed' && <span className="text-silent-ink">{t('failed')}</span>}
      {(item.state === 'queued' || item.state === 'running') && <Progress item={item} />}
    </li>
  );
}

/** The files that whoever is signed in asked for, with how far each is; nothing where there are none. */
export function MyExports() {
  const t = useTranslations('historyExport');
  const { data } = useQuery(exportsQuery());
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-label={t('mine')} className="border-t border-line pt-3">
      <h3 className="text-xs font-semibold text-ink-muted">{t('mine')}</h3>
      <ul className="max-h-56 divide-y divide-line overflow-y-auto" aria-live="polite">
        {data.items.map((item) => (
          <ExportLine key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}
