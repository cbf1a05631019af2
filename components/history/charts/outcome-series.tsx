'use client';

import { ArrowLeft } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useOperatorZone } from '@/components/shell/operator-zone';
import { useMedia } from '@/components/shell/use-media';
import { Button } from '@/components/ui/button';
import type { HistorySummary } from '@/lib/domain/history-summary';
import { ON_THE_HOUR, TIME } from '@/lib/i18n/moments';
import {
  columnsOfSeries,
  isRepeatedHour,
  labelledColumns,
  type SeriesColumn,
  type SeriesStep,
} from '../columns-of-series';
import { WORST_FIRST } from '../outcome-style';
import { ChartPanel } from './chart-panel';
import { OutcomeLegend } from './outcome-legend';
import { SeriesColumns } from './series-columns';
import { useCountsText, useOutcomeNumbers } from './use-outcome-numbers';

const HINTS = { hour: 'byHour', day: 'byDay', week: 'byWeek' } as const;
const CLICKS = { hour: null, day: 'clickDay', week: 'clickWeek' } as const;

/** The moment of a column, in the operator's time zone: whole in a table, short below a column. */
function useColumnNames(step: SeriesStep) {
  const t = useTranslations('historyChart');
  const format = useFormatter();
  const timeZone = useOperatorZone();
  const day = { day: 'numeric', month: 'short', timeZone } as const;
  return {
    name: ({ start }: SeriesColumn) => {
      if (step === 'hour') {
        const hour = { weekday: 'short', ...day, ...TIME } as const;
        const zone = isRepeatedHour(start, timeZone) ? ({ timeZoneName: 'short' } as const) : {};
        return format.dateTime(start, { ...hour, ...zone });
      }
      if (step === 'week') return t('weekOf', { day: format.dateTime(start, day) });
      return format.dateTime(start, { weekday: 'short', ...day });
    },
    short: ({ start }: SeriesColumn) =>
      step === 'hour' ? format.dateTime(start, { ...ON_THE_HOUR, timeZone }) : format.dateTime(start, day),
  };
}

type OutcomeSeriesProps = {
  summary: HistorySummary;
  onDays: (from: string, to: string) => void;
  /** The way back from days that were clicked; null where none were. */
  back: { label: string; run: () => void } | null;
  className?: string;
};

/** What was found over time, hour by hour or day by day; the worst stands at the foot of each column. */
export function OutcomeSeries({ summary, onDays, back, className }: OutcomeSeriesProps) {
  const t = useTranslations('historyChart');
  const timeZone = useOperatorZone();
  const [told, setTold] = useState<number | null>(null);
  const { step, columns } = useMemo(() => columnsOfSeries(summary, timeZone), [summary, timeZone]);
  const most = useMedia('(max-width: 639px)', false) ? 5 : 12;
  const labelled = labelledColumns(step, columns, timeZone, most);
  const { name, short } = useColumnNames(step);
  const countsText = useCountsText();
  const numbers = useOutcomeNumbers();
  const column = told === null ? undefined : columns[told];
  const click = CLICKS[step];
  const rows = columns.map((one) => ({ name: name(one), counts: one.counts }));
  const seen = WORST_FIRST.filter((outcome) => outcome !== 'running' || summary.counts.running > 0);
  return (
    <ChartPanel
      name="series"
      title={t('series')}
      hint={t(HINTS[step])}
      handHint={click === null ? undefined : t(click)}
      numbers={numbers(t('when'), rows)}
      className={className}
    >
      {columns.length === 0 ? (
        <p className="text-sm text-ink-muted">{t('nothing')}</p>
      ) : (
        <>
          <div className="flex h-6 items-center gap-2 text-xs print:hidden">
            {back && (
              <Button variant="quiet" size="sm" onClick={back.run} className="-ml-3 h-6 text-xs">
                <ArrowLeft className="size-4" aria-hidden />
                {back.label}
              </Button>
            )}
            <p className="min-w-0 flex-1 truncate tabular-nums" data-testid="series-readout">
              {column && (
                <>
                  <span className="font-medium">{name(column)}</span> · {countsText(column.counts)}
                </>
              )}
            </p>
          </div>
          <SeriesColumns
            columns={columns}
            labelled={labelled}
            name={name}
            short={short}
            told={told}
            onTell={setTold}
            onDays={step === 'hour' ? undefined : onDays}
          />
          <OutcomeLegend outcomes={seen} />
        </>
      )}
    </ChartPanel>
  );
}
