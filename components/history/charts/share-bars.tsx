'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { badOf, badShareOf, measuredOf, sumOf } from '@/lib/domain/outcome-share';
import { BAD, OUTCOME_FILLS } from '../outcome-style';
import { ChartPanel } from './chart-panel';
import { OutcomeLegend } from './outcome-legend';
import { useCountsText, useOutcomeNumbers, usePercent, type Named } from './use-outcome-numbers';

/** More than this is read only by who looks for one of them. */
const FIRST = 8;

type ShareBarProps = { row: Named; active: boolean; onPress: () => void };

/** The share that did not answer or was cut, among those measured, and of how many. */
function ShareBar({ row, active, onPress }: ShareBarProps) {
  const t = useTranslations('historyChart');
  const format = useFormatter();
  const percent = usePercent();
  const countsText = useCountsText();
  const { name, counts } = row;
  const measured = measuredOf(counts);
  const text = countsText(counts);
  return (
    <button
      type="button"
      aria-pressed={active}
      aria-label={`${name}: ${percent(badShareOf(counts))}. ${text}`}
      title={text}
      onClick={onPress}
      className="-mx-2 flex flex-col gap-1 rounded-sm px-2 py-1 text-left hover:bg-sunken aria-pressed:bg-brand-soft"
    >
      <span className="flex items-baseline gap-2 text-sm">
        <span className={classNames('min-w-0 flex-1 truncate', active && 'font-medium')}>{name}</span>
        <span className="text-xs text-ink-muted tabular-nums">
          {t('ofMeasured', { bad: badOf(counts), count: measured })}
        </span>
        <span className="w-12 text-right font-medium tabular-nums">{percent(badShareOf(counts))}</span>
      </span>
      <span className="flex h-2 overflow-hidden rounded-full bg-sunken">
        {BAD.map((outcome) => (
          <span
            key={outcome}
            className={OUTCOME_FILLS[outcome]}
            style={{ width: `${measured === 0 ? 0 : (counts[outcome] / measured) * 100}%` }}
          />
        ))}
      </span>
      {counts.failed > 0 && (
        <span className="sr-only">{t('notMeasured', { count: format.number(counts.failed) })}</span>
      )}
    </button>
  );
}

type ShareBarsProps = {
  name: string;
  title: string;
  of: string;
  rows: readonly Named[];
  chosen: string | null;
  onChoose: (name: string) => void;
};

/** Places, worst first; a click looks at one of them, and a second one at all again. */
export function ShareBars({ name, title, of, rows, chosen, onChoose }: ShareBarsProps) {
  const t = useTranslations('historyChart');
  const numbers = useOutcomeNumbers();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST);
  const left = rows.filter(({ counts }) => sumOf(counts) > 0).length - FIRST;
  return (
    <ChartPanel name={name} title={title} hint={t('shareHint')} numbers={numbers(of, rows)}>
      {rows.length === 0 && <p className="text-sm text-ink-muted">{t('nothing')}</p>}
      <div className="flex flex-col gap-1">
        {shown.map((row) => (
          <ShareBar
            key={row.name}
            row={row}
            active={row.name === chosen}
            onPress={() => onChoose(row.name)}
          />
        ))}
      </div>
      {left > 0 && (
        <Button variant="quiet" size="sm" onClick={() => setAll(!all)} className="self-start">
          {all ? t('fewer') : t('more', { count: left })}
        </Button>
      )}
      <div className="mt-auto">
        <OutcomeLegend outcomes={BAD} />
      </div>
    </ChartPanel>
  );
}
