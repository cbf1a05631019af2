'use client';

import { Command } from 'cmdk';
import { Check, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { fold } from '@/lib/domain/fold';

export type Choice = { value: string; label: string };

export const OPTION =
  'flex min-h-9 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none data-[selected=true]:bg-sunken';

/** More than this is easier to narrow down by typing than to read. */
const MOST_SHOWN = 60;
const FEW = 8;

/** The choices in which every word of what was typed stands, accents and case apart. */
export function matching<Item extends Choice>(choices: readonly Item[], typed: string): Item[] {
  const words = fold(typed).split(' ').filter(Boolean);
  return choices.filter(({ label }) => {
    const text = fold(label);
    return words.every((word) => text.includes(word));
  });
}

export function ChoiceSearch({
  value,
  onValue,
  label,
}: {
  value: string;
  onValue: (typed: string) => void;
  label: string;
}) {
  return (
    <div className="flex h-10 items-center gap-2 border-b border-line px-3">
      <Search className="size-4 shrink-0 text-ink-muted" aria-hidden />
      {/* Focused at once, because the dialog's own way would select what was typed ahead. */}
      <Command.Input
        autoFocus
        value={value}
        onValueChange={onValue}
        placeholder={label}
        aria-label={label}
        className="h-full min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-ink-muted sm:text-sm"
      />
    </div>
  );
}

type ChoiceListProps = {
  label: string;
  choices: readonly Choice[];
  chosen: string | null;
  onChoose: (value: string) => void;
};

/** One of several; a long list is narrowed down by typing. */
export function ChoiceList({ label, choices, chosen, onChoose }: ChoiceListProps) {
  const t = useTranslations('historyFilter');
  const [typed, setTyped] = useState('');
  const found = matching(choices, typed);
  const shown = found.slice(0, MOST_SHOWN);
  return (
    <Command shouldFilter={false} loop label={label} className="outline-none">
      {/* The arrows belong to a field, so a short list keeps one that is not seen. */}
      <div className={choices.length > FEW ? undefined : 'sr-only'}>
        <ChoiceSearch value={typed} onValue={setTyped} label={t('searchIn', { what: label })} />
      </div>
      <Command.List label={label} className="max-h-72 overflow-y-auto p-1">
        {shown.map((choice) => (
          <Command.Item
            key={choice.value}
            value={choice.value}
            onSelect={() => onChoose(choice.value)}
            className={OPTION}
          >
            <span className="flex size-4 shrink-0 items-center">
              {choice.value === chosen && <Check className="size-4" aria-label={t('chosen')} />}
            </span>
            <span className="min-w-0 truncate">{choice.label}</span>
          </Command.Item>
        ))}
        {found.length === 0 && <p className="px-2 py-3 text-ink-muted">{t('noChoice')}</p>}
        {found.length > shown.length && (
          <p className="px-2 py-2 text-xs text-ink-muted">
            {t('moreChoices', { count: found.length - shown.length })}
          </p>
        )}
      </Command.List>
    </Command>
  );
}
