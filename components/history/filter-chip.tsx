'use client';

import { ChevronDown, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Popover } from '@/components/ui/popover';

type FilterChipProps = {
  /** What is chosen here, for those who hear the page. */
  name: string;
  /** The word of the sentence. */
  text: string;
  active: boolean;
  /** Missing where there is nothing to take back. */
  onRemove?: () => void;
  /** What opens below; `close` ends it. Missing where a condition is only on or off. */
  picker?: (close: () => void) => ReactNode;
};

const PART = 'inline-flex h-8 items-center gap-1 px-3 text-sm max-w-72';

/** One word of the sentence that a filter is: a click changes it, the cross takes it back. */
export function FilterChip({ name, text, active, onRemove, picker }: FilterChipProps) {
  const t = useTranslations('historyFilter');
  const [open, setOpen] = useState(false);
  const tone = active
    ? 'border-brand bg-brand-soft font-medium text-brand-ink'
    : 'border-line bg-surface text-ink-muted hover:text-ink';
  const label = <span className="truncate">{text}</span>;
  const trigger = (
    <button
      type="button"
      aria-label={`${name}: ${text}`}
      className={classNames(PART, 'rounded-full', onRemove && 'rounded-r-none pr-1')}
    >
      {label}
      <ChevronDown className="size-4 shrink-0 opacity-70" aria-hidden />
    </button>
  );
  return (
    <span className={classNames('inline-flex max-w-full rounded-full border', tone)}>
      {picker === undefined ? (
        <span className={classNames(PART, onRemove && 'pr-1')}>{label}</span>
      ) : (
        <Popover
          trigger={trigger}
          label={name}
          open={open}
          onOpenChange={setOpen}
          align="start"
          className="w-72"
        >
          {picker(() => setOpen(false))}
        </Popover>
      )}
      {onRemove && (
        <button
          type="button"
          aria-label={t('remove', { what: text })}
          onClick={onRemove}
          className="inline-flex h-8 w-7 items-center justify-center rounded-r-full hover:opacity-70"
        >
          <X className="size-4" aria-hidden />
        </button>
      )}
    </span>
  );
}
