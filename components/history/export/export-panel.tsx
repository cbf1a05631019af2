'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ToggleGroup } from 'radix-ui';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import { exportAddress, useStartExport, type ExportFormat } from '@/lib/queries/history';
import { MyExports } from './my-exports';

/** More rows than this are written in the background, so that nobody has to keep the page open. */
const DIRECT_MOST = 50_000;

const FORMATS = { csv: 'CSV', jsonl: 'JSON Lines' } as const satisfies Record<ExportFormat, string>;

function FormatChoice({
  format,
  onFormat,
}: {
  format: ExportFormat;
  onFormat: (format: ExportFormat) => void;
}) {
  const t = useTranslations('historyExport');
  return (
    <ToggleGroup.Root
      type="single"
      value={format}
      onValueChange={(value) => onFormat(value === 'jsonl' ? 'jsonl' : 'csv')}
      aria-label={t('format')}
      className="grid grid-cols-2 gap-1 rounded bg-sunken p-1"
    >
      {(['csv', 'jsonl'] as const).map((name) => (
        <ToggleGroup.Item
          key={name}
          value={name}
          className="h-8 rounded-sm text-sm font-medium text-ink-muted data-[state=on]:bg-surface data-[state=on]:text-ink data-[state=on]:shadow-raised"
        >
          {FORMATS[name]}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

type ExportPanelProps = {
  filter: HistoryFilter;
  /** Rows of the whole filter; null while nobody knows. */
  total: number | null;
};

const LINK =
  'inline-flex h-9 items-center justify-center gap-2 rounded bg-brand px-4 text-sm font-medium text-brand-contrast shadow-raised hover:bg-brand-strong';

/** The whole filter as a file: at once, or in the background where it is large. */
export function ExportPanel({ filter, total }: ExportPanelProps) {
  const t = useTranslations('historyExport');
  const [kind, setKind] = useState<ExportFormat>('csv');
  const start = useStartExport();
  const isLarge = total !== null && total > DIRECT_MOST;
  const trigger = (
    <Button className="max-sm:px-3">
      <Download className="size-4" aria-hidden />
      <span className="max-sm:sr-only">{t('title')}</span>
    </Button>
  );
  return (
    <Popover trigger={trigger} label={t('title')} align="end" className="flex w-96 flex-col gap-3 p-4">
      <FormatChoice format={kind} onFormat={setKind} />
      <p className="text-pretty text-ink-muted">
        {kind === 'csv' ? t('csvHint') : t('jsonlHint')} {total !== null && t('whole', { count: total })}
      </p>
      {isLarge ? (
        <>
          <p>{t('large')}</p>
          <Button
            variant="primary"
            disabled={start.isPending}
            onClick={() => start.mutate({ format: kind, filter })}
          >
            {t('prepare')}
          </Button>
        </>
      ) : (
        <a href={exportAddress(kind, filter)} download className={LINK}>
          <Download className="size-4" aria-hidden />
          {t('download')}
        </a>
      )}
      {start.isError && (
        <p role="alert" className="text-silent-ink">
          {t('startFailed')}
        </p>
      )}
      <MyExports />
    </Popover>
  );
}
