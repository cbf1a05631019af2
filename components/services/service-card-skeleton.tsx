import { Skeleton } from '@/components/ui/skeleton';

type ServiceCardSkeletonProps = {
  /** True where so many links stand below the card that a phone gives them a line of their own. */
  hasLinks?: boolean;
};

/** The shape of the card while the record is fetched; on a phone the id and the address take a line more. */
export function ServiceCardSkeleton({ hasLinks = false }: ServiceCardSkeletonProps) {
  return (
    <div className="flex flex-col gap-3" aria-busy>
      <div className="flex flex-col gap-1 sm:h-8 sm:justify-center">
        <Skeleton className="h-7 w-72 max-w-full" />
        <Skeleton className="h-5 w-44 sm:hidden" />
      </div>
      <Skeleton className="h-10 w-96 max-w-full sm:h-5" />
      <Skeleton className="h-6 w-48" />
      <div className="flex flex-col gap-2">
        <div className="flex touch-row items-center">
          <Skeleton className="h-5 w-28" />
        </div>
        {hasLinks && (
          <div className="flex touch-row items-center sm:hidden">
            <Skeleton className="h-5 w-52" />
          </div>
        )}
      </div>
    </div>
  );
}
