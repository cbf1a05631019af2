import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';
import { STATUS_JOBS } from '@/lib/domain/status';
import { SignGroup } from './sign';

/** Holds the line of a hint whose words are read with the signs. */
const NO_WORDS = '\u00a0';

function Places({ signs }: { signs: number }) {
  return Array.from({ length: signs }, (_, index) => (
    <li key={index} className="flex h-10 items-center gap-3">
      <Skeleton className="size-4 shrink-0 rounded-full" />
      <Skeleton className={index % 3 === 1 ? 'h-4 w-1/4' : 'h-4 w-1/3'} />
      <Skeleton className="ml-auto h-4 w-24 shrink-0" />
    </li>
  ));
}

/** The groups of signs under their names, and the sentence over them, before anything is known of either. */
export function StatusSkeleton() {
  const t = useTranslations('status');
  return (
    <>
      <div className="rounded border border-line px-4 py-3" aria-hidden>
        <Skeleton className="my-0.5 h-5 w-72 max-w-full" />
      </div>
      <div
        className="grid gap-x-12 gap-y-10 pt-4 lg:grid-cols-2"
        aria-busy
        data-testid="status-signs-loading"
      >
        <div className="flex min-w-0 flex-col gap-10">
          <SignGroup title={t('groupUpstream')} hint={NO_WORDS}>
            <Places signs={5} />
          </SignGroup>
          <SignGroup title={t('groupData')}>
            <Places signs={6} />
          </SignGroup>
        </div>
        <div className="flex min-w-0 flex-col gap-10">
          <SignGroup title={t('groupWork')}>
            <Places signs={3 + STATUS_JOBS.length} />
          </SignGroup>
          <SignGroup title={t('groupInstance')} hint={NO_WORDS}>
            <Places signs={5} />
          </SignGroup>
        </div>
      </div>
    </>
  );
}
