import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Skeleton } from '@/components/ui/skeleton';

type PlaceProps = { title: string; hint: string | null; className?: string; children: ReactNode };

/** The frame of a picture with its name; the hint is a bar where it depends on the numbers. */
function Place({ title, hint, className, children }: PlaceProps) {
  return (
    <div
      className={classNames(
        'flex min-w-0 flex-col gap-3 rounded border border-line bg-surface p-4',
        className,
      )}
    >
      <div className="pr-9">
        <p className="text-sm font-semibold">{title}</p>
        {hint === null ? (
          <Skeleton className="my-0.5 h-3 w-40 max-w-full" />
        ) : (
          <p className="text-xs text-pretty text-ink-muted">{hint}</p>
        )}
      </div>
      {children}
    </div>
  );
}

/** So many bars with a name over each, as high as the real ones. */
function Bars({ count, row }: { count: number; row: string }) {
  return (
    <div className="flex flex-col">
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className={classNames('flex flex-col justify-center gap-2', row)}>
          <Skeleton className={index % 3 === 1 ? 'h-3 w-2/5' : 'h-3 w-1/2'} />
          <Skeleton className="h-1.5 w-full" />
        </span>
      ))}
    </div>
  );
}

const Legend = () => <Skeleton className="mt-auto h-4 w-48 max-w-full" />;

/** Holds the places of the pictures, each in its size and under its name. */
export function ChartsSkeleton() {
  const t = useTranslations('historyChart');
  return (
    <div aria-busy data-testid="history-charts-loading" className="grid gap-4 lg:grid-cols-2 xl:grid-cols-3">
      <Place title={t('series')} hint={null} className="lg:col-span-2">
        <Skeleton className="h-58 w-full xl:h-auto xl:flex-1" />
        <Legend />
      </Place>
      <Place title={t('worst')} hint={t('worstHint')}>
        <Bars count={10} row="h-9.5" />
        <Legend />
      </Place>
      <Place title={t('zones')} hint={t('shareHint')}>
        <Bars count={8} row="h-11" />
        <Legend />
      </Place>
      <Place title={t('routers')} hint={t('shareHint')}>
        <Bars count={8} row="h-11" />
        <Legend />
      </Place>
      <Place title={t('agents')} hint={t('agentsHint')}>
        <Bars count={8} row="h-11" />
        <Legend />
      </Place>
      <div className="grid gap-4 sm:grid-cols-2 lg:col-span-2 xl:col-span-3">
        <Place title={t('time')} hint={t('timeHint')}>
          <Bars count={2} row="h-11" />
        </Place>
        <Place title={t('repeats')} hint={t('repeatsHint')}>
          <Bars count={2} row="h-11" />
        </Place>
      </div>
    </div>
  );
}
