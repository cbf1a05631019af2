'use client';

import { ChartPanel } from './chart-panel';

export type PlainRow = { name: string; value: number; text: string };

type PlainBarsProps = {
  name: string;
  title: string;
  hint: string;
  head: readonly string[];
  rows: readonly PlainRow[];
};

/** A few lengths of one kind, which say nothing of good or bad. */
export function PlainBars({ name, title, hint, head, rows }: PlainBarsProps) {
  const most = Math.max(...rows.map(({ value }) => value), 1);
  const numbers = { head, rows: rows.map((row) => [row.name, row.text]) };
  return (
    <ChartPanel name={name} title={title} hint={hint} numbers={numbers}>
      <ul className="flex flex-col gap-3">
        {rows.map((row) => (
          <li key={row.name} className="flex flex-col gap-1">
            <div className="flex items-baseline justify-between gap-2">
              <span>{row.name}</span>
              <span className="font-medium whitespace-nowrap tabular-nums">{row.text}</span>
            </div>
            <span aria-hidden className="flex h-2 overflow-hidden rounded-full bg-sunken">
              <span className="bg-line-strong" style={{ width: `${(row.value / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </ChartPanel>
  );
}
