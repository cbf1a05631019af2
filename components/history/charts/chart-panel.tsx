'use client';

import { ChartNoAxesColumn, Check, Copy, Table2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Tooltip } from '@/components/ui/tooltip';
import { useCopy } from '@/components/ui/use-copy';

/** The numbers of a chart; the first cell of a row names it. */
export type ChartNumbers = { head: readonly string[]; rows: readonly (readonly string[])[] };

type ChartPanelProps = {
  name: string;
  title: string;
  /** What the lengths mean. */
  hint: string;
  /** What a click does, which paper does not tell. */
  handHint?: string | undefined;
  numbers: ChartNumbers;
  children: ReactNode;
  className?: string;
};

function CopyNumbers({ head, rows }: ChartNumbers) {
  const t = useTranslations('historyChart');
  const text = () => [head, ...rows].map((row) => row.join('\t')).join('\n');
  const { isCopied: copied, copy } = useCopy(text);
  const Icon = copied ? Check : Copy;
  return (
    <Button variant="quiet" size="sm" onClick={copy}>
      <Icon className="size-4" aria-hidden />
      {copied ? t('copied') : t('copy')}
    </Button>
  );
}

function NumbersTable({ title, head, rows }: ChartNumbers & { title: string }) {
  return (
    <div
      tabIndex={0}
      role="group"
      aria-label={title}
      className="max-h-80 overflow-auto rounded-sm focus-visible:outline-2"
    >
      <table className="w-full border-collapse text-left text-sm">
        <thead className="sticky top-0 bg-surface text-xs text-ink-muted">
          <tr>
            {head.map((cell, index) => (
              <th
                key={cell}
                scope="col"
                className={classNames('py-1 pr-4 font-medium whitespace-nowrap', index > 0 && 'text-right')}
              >
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {rows.map((row) => (
            <tr key={row[0]} className="border-t border-line">
              {row.map((cell, index) =>
                index === 0 ? (
                  <th
                    key={head[index]}
                    scope="row"
                    className="max-w-48 min-w-28 truncate py-1 pr-4 font-normal"
                  >
                    {cell}
                  </th>
                ) : (
                  <td key={head[index]} className="py-1 pr-4 text-right whitespace-nowrap">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A picture of numbers, and the numbers themselves one click away, to be heard or copied. */
export function ChartPanel(props: ChartPanelProps) {
  const { name, title, hint, handHint, numbers, children, className } = props;
  const t = useTranslations('historyChart');
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const label = asTable ? t('asPicture') : t('asTable');
  const Icon = asTable ? ChartNoAxesColumn : Table2;
  return (
    <section
      aria-labelledby={id}
      data-chart={name}
      className={classNames(
        'flex min-w-0 break-inside-avoid flex-col gap-3 rounded border border-line bg-surface p-4',
        className,
      )}
    >
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 id={id} className="text-sm font-semibold">
            {title}
          </h2>
          <p className="text-xs text-pretty text-ink-muted">
            {hint}
            {handHint && <span className="print:hidden">; {handHint}</span>}
          </p>
        </div>
        {asTable && <CopyNumbers {...numbers} />}
        <Tooltip label={label}>
          <Button
            variant="quiet"
            size="icon"
            aria-label={`${title}: ${label}`}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
            className="-my-2 -mr-2"
          >
            <Icon className="size-4" aria-hidden />
          </Button>
        </Tooltip>
      </div>
      {asTable ? <NumbersTable title={title} {...numbers} /> : children}
    </section>
  );
}
