import { Skeleton } from '@/components/ui/skeleton';

/** The shape of the card while the record is fetched. */
export function ServiceCardSkeleton() {
  return (
    <div className="flex flex-col gap-3" aria-busy>
      <div className="flex h-8 items-center">
        <Skeleton className="h-7 w-72 max-w-full" />
      </div>
      <Skeleton className="h-5 w-96 max-w-full" />
      <Skeleton className="h-6 w-48" />
      <Skeleton className="h-5 w-28" />
    </div>
  );
}
