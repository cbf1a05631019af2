import { Command } from 'cmdk';
import { ListFilter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { OPTION } from './option';
import type { FilterRows } from './use-filter-rows';

/** What to filter by, to choose from; `typed` is what of a name was typed. */
export function FilterOptions({ typed, filters }: { typed: string; filters: FilterRows }) {
  const t = useTranslations('search');
  const { rows, isPending, isError } = filters;
  const note = isError ? t('error') : isPending ? t('searching') : t('noChoice', { query: typed });
  if (rows.length === 0) return <p className="px-3 py-2 text-sm text-ink-muted">{note}</p>;
  return rows.map(({ value, label, services, choose }) => (
    <Command.Item
      key={value}
      value={value}
      onSelect={choose}
      className={`${OPTION} justify-between gap-3`}
      data-choice={label}
    >
      <span className="flex min-w-0 items-center gap-2">
        {services === null && <ListFilter className="size-4 shrink-0 text-ink-muted" aria-hidden />}
        <span className="truncate">{label}</span>
      </span>
      {services !== null && (
        <span className="shrink-0 text-xs text-ink-muted tabular-nums">
          {t('services', { count: services })}
        </span>
      )}
    </Command.Item>
  ));
}
