import { useTranslations } from 'next-intl';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';
import { Panel } from '@/components/ui/panel';

/** Uneven, as round trips are, and the same each time. */
const HEIGHTS = ['h-10', 'h-12', 'h-9', 'h-14', 'h-11', 'h-16'] as const;

/** The place of the strip: columns, and the line below that says what one of them is. */
export function StripSkeleton({ columns }: { columns: number }) {
  return (
    <div className="flex min-w-0 flex-col gap-2" aria-hidden>
      <div className="-mx-1 flex h-31 overflow-hidden px-1 py-1">
        {Array.from({ length: columns }, (_, index) => (
          <span
            key={index}
            className="flex max-w-12 min-w-7 flex-1 flex-col items-center justify-end gap-3 pb-2"
          >
            <Skeleton className={`w-3.5 ${HEIGHTS[index % HEIGHTS.length] ?? ''}`} />
            <Skeleton className="size-4 rounded-full" />
          </span>
        ))}
      </div>
      <span className="flex h-10 items-start pt-0.5 sm:h-5">
        <Skeleton className="h-4 w-96 max-w-full" />
      </span>
    </div>
  );
}

/** The places of the notes and of the neighbours, under the names that they will have. */
export function LineContextSkeleton() {
  const tNotes = useTranslations('notes');
  const tNeighbours = useTranslations('neighbours');
  return (
    <>
      <Panel title={tNotes('title')}>
        <Skeleton className="h-14 w-full" />
        <Skeleton className="h-12 w-full" />
      </Panel>
      <Panel title={tNeighbours('title')}>
        <Skeleton className="h-12 w-full" />
      </Panel>
    </>
  );
}

/** The places of the picture over time and of the table, under the names that they will have. */
export function LineTestsSkeleton() {
  const t = useTranslations('linePage');
  return (
    <div className="flex min-w-0 flex-col gap-8 print:hidden" aria-busy data-testid="line-loading">
      <div className="flex min-w-0 flex-col gap-3 rounded border border-line bg-surface p-4">
        <div className="pr-9">
          <p className="text-sm font-semibold">{t('trend')}</p>
          <p className="text-xs text-pretty text-ink-muted">{t('trendHint')}</p>
        </div>
        <Skeleton className="h-9.5 w-88 max-w-full" />
        <Skeleton className="h-5 w-80 max-w-full" />
        <Skeleton className="h-78 w-full" />
        <Skeleton className="h-4 w-2/3" />
      </div>
      <Panel title={t('table')}>
        <div className="rounded border border-line px-3">
          <SkeletonRows rows={8} row="h-9.25 border-b border-line last:border-b-0" />
        </div>
      </Panel>
    </div>
  );
}
