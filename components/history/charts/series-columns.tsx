'use client';

import { useFormatter } from 'next-intl';
import { useRef, useState, type KeyboardEvent } from 'react';
import { classNames } from '@/components/ui/class-names';
import { axisTicks, type SeriesColumn } from '../columns-of-series';
import { sumOf } from '@/lib/domain/outcome-share';
import { OUTCOME_FILLS, WORST_FIRST } from '../outcome-style';
import { useCountsText } from './use-outcome-numbers';

function Stack({ column, top }: { column: SeriesColumn; top: number }) {
  return (
    <span className="flex h-full w-full flex-col-reverse justify-start">
      {WORST_FIRST.map((outcome) => (
        <span
          key={outcome}
          className={OUTCOME_FILLS[outcome]}
          style={{ height: `${(column.counts[outcome] / top) * 100}%` }}
        />
      ))}
    </span>
  );
}

function Axis({ ticks, top }: { ticks: readonly number[]; top: number }) {
  const format = useFormatter();
  return (
    <span aria-hidden className="absolute inset-0">
      {ticks.map((tick) => (
        <span
          key={tick}
          className="absolute inset-x-0 border-t border-line text-xs text-ink-muted tabular-nums"
          style={{ bottom: `${(tick / top) * 100}%` }}
        >
          <span className="absolute right-full -translate-y-1/2 pr-2">{format.number(tick)}</span>
        </span>
      ))}
      <span className="absolute inset-x-0 bottom-0 border-t border-line-strong" />
    </span>
  );
}

type SeriesColumnsProps = {
  columns: readonly SeriesColumn[];
  labelled: readonly boolean[];
  name: (column: SeriesColumn) => string;
  short: (column: SeriesColumn) => string;
  /** The column whose numbers are told above. */
  told: number | null;
  onTell: (index: number | null) => void;
  /** Missing where the columns are too short to be filtered by. */
  onDays?: (from: string, to: string) => void;
};

/** The stacked columns, each a button that tells its numbers, over the moments they stand for. */
export function SeriesColumns(props: SeriesColumnsProps) {
  const { columns, labelled, name, short, told, onTell, onDays } = props;
  const box = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const countsText = useCountsText();
  const ticks = axisTicks(Math.max(...columns.map(({ counts }) => sumOf(counts)), 1));
  const top = ticks.at(-1) ?? 1;
  const go = (index: number) => {
    const next = Math.max(0, Math.min(columns.length - 1, index));
    setStop(next);
    box.current?.querySelectorAll('button')[next]?.focus();
  };
  // All columns are one stop of the Tab key; the arrows go from one to the next.
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: stop - 1,
      ArrowRight: stop + 1,
      Home: 0,
      End: Infinity,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };
  return (
    <div className="flex flex-1 flex-col pl-9">
      <div className="relative min-h-44 flex-1">
        <Axis ticks={ticks} top={top} />
        <div
          ref={box}
          onKeyDown={onKeyDown}
          onMouseLeave={() => onTell(null)}
          className="absolute inset-0 flex items-stretch"
        >
          {columns.map((column, index) => (
            <button
              key={column.start.toISOString()}
              type="button"
              tabIndex={index === Math.min(stop, columns.length - 1) ? 0 : -1}
              aria-label={`${name(column)}: ${countsText(column.counts)}`}
              aria-disabled={onDays === undefined}
              onMouseEnter={() => onTell(index)}
              onFocus={() => {
                setStop(index);
                onTell(index);
              }}
              onBlur={() => onTell(null)}
              onClick={() => (onDays === undefined ? onTell(index) : onDays(column.from, column.to))}
              className={classNames(
                'flex min-w-0 flex-1 justify-center px-px focus-visible:-outline-offset-1',
                told === index && 'bg-sunken',
                onDays === undefined && 'cursor-default!',
              )}
            >
              <span className="block h-full w-full max-w-8">
                <Stack column={column} top={top} />
              </span>
            </button>
          ))}
        </div>
      </div>
      <div aria-hidden className="flex h-5 pt-1 text-xs text-ink-muted tabular-nums">
        {columns.map((column, index) => (
          <span key={column.start.toISOString()} className="relative min-w-0 flex-1">
            {labelled[index] && (
              <span className="absolute left-1/2 -translate-x-1/2 whitespace-nowrap">{short(column)}</span>
            )}
          </span>
        ))}
      </div>
    </div>
  );
}
