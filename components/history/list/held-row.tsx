import { classNames } from '@/components/ui/class-names';
import { Skeleton } from '@/components/ui/skeleton';
import { NUMBER_COLUMNS, type ColumnName } from './column-names';

/** The place of a ping that has not come yet: a bar where each cell will be, or the lines of a card on a phone. */
export function HeldRow({ columns }: { columns: readonly ColumnName[] | null }) {
  if (columns === null) {
    return (
      <span role="cell" className="flex h-full flex-col justify-center gap-2 px-3">
        <Skeleton className="h-4 w-1/2" />
        <Skeleton className="h-5 w-28" />
        <Skeleton className="h-3 w-3/4" />
      </span>
    );
  }
  return columns.map((column) => (
    <span key={column} role="cell" className="min-w-0">
      <Skeleton className={classNames('h-4', NUMBER_COLUMNS.includes(column) ? 'ml-auto w-10' : 'w-4/5')} />
    </span>
  ));
}
