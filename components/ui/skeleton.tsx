import { classNames } from './class-names';

/** Holds the place of what is being read, in its size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames('block animate-pulse rounded-sm bg-sunken', className)} />;
}

/** As many rows as usually come, each as high as `row` says: two bars, long and short, as a name and what it is about. */
export function SkeletonRows({ rows, row }: { rows: number; row: string }) {
  return (
    <span aria-hidden className="flex flex-col">
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className={classNames('flex items-center justify-between gap-4', row)}>
          <Skeleton className={index % 3 === 1 ? 'h-4 w-2/5' : 'h-4 w-1/2'} />
          <Skeleton className="h-4 w-16 shrink-0" />
        </span>
      ))}
    </span>
  );
}
