import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import type { JobName } from '@/lib/domain/job';
import { STATUS_JOBS } from '@/lib/domain/status';
import { UPSTREAM_CALLS } from '@/lib/domain/upstream-call';
import { SignGroup } from './sign';

/** Holds the line of a hint whose words are read with the signs. */
const NO_WORDS = '\u00a0';

/** How wide what is said of each job usually is; files are seldom brought or taken away, and that takes more words. */
const JOB_WIDTHS: Record<JobName, string> = {
  sync_directory: 'w-32',
  take_over_import: 'w-52',
  export_history: 'w-52',
  apply_retention: 'w-32',
};

/** A sign of which only the name is known; what is said of it goes to the next line where it will. */
function Place({ label, width, children }: { label: string; width: string; children?: ReactNode }) {
  return (
    <li className="flex gap-3 py-2">
      <Skeleton className="mt-0.5 size-4 shrink-0 rounded-full" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex flex-wrap items-start justify-between gap-x-4">
          <span className="font-medium">{label}</span>
          <span className={`flex h-5 max-w-full items-center ${width}`}>
            <Skeleton className="h-4 w-full" />
          </span>
        </div>
        {children}
      </div>
    </li>
  );
}

function UpstreamPlaces() {
  const t = useTranslations('status');
  return (
    <SignGroup title={t('groupUpstream')} hint={NO_WORDS}>
      {UPSTREAM_CALLS.map((call) => (
        <Place key={call} label={t(call)} width="w-44" />
      ))}
      <Place label={t('budget')} width="w-16">
        <Skeleton className="h-1.5 w-full rounded-full" />
        <Skeleton className="h-4 w-64 max-w-full" />
      </Place>
      <Place label={t('silence')} width="w-16" />
    </SignGroup>
  );
}

function DataPlaces() {
  const t = useTranslations('status');
  return (
    <SignGroup title={t('groupData')}>
      <Place label={t('database', { version: '' })} width="w-28" />
      <Place label={t('pool')} width="w-44" />
      <Place label={t('size')} width="w-16" />
      <Place label={t('migrations')} width="w-20" />
      <Place label={t('directory')} width="w-40" />
      <Place label={t('backup')} width="w-32" />
    </SignGroup>
  );
}

function WorkPlaces() {
  const t = useTranslations('status');
  return (
    <SignGroup title={t('groupWork')}>
      <Place label={t('runner')} width="w-20" />
      <Place label={t('pings')} width="w-4" />
      <Place label={t('late')} width="w-28" />
      {STATUS_JOBS.map((name) => (
        <Place key={name} label={t(name)} width={JOB_WIDTHS[name]} />
      ))}
    </SignGroup>
  );
}

function InstancePlaces() {
  const t = useTranslations('status');
  return (
    <SignGroup title={t('groupInstance')} hint={NO_WORDS}>
      <Place label={t('version')} width="w-44" />
      <Place label={t('started')} width="w-20" />
      <Place label={t('loop')} width="w-12" />
      <Place label={t('memory')} width="w-16" />
      <Place label={t('instances')} width="w-4">
        <Skeleton className="my-0.5 h-4 w-44" />
      </Place>
    </SignGroup>
  );
}

/** The signs under their names, and the sentence over them, before anything is known of either. */
export function StatusSkeleton() {
  return (
    <>
      <div className="rounded border border-line px-4 py-3" aria-hidden>
        <Skeleton className="my-0.5 h-11 w-72 max-w-full sm:h-5" />
      </div>
      <div
        className="grid gap-x-12 gap-y-10 pt-4 lg:grid-cols-2"
        aria-busy
        data-testid="status-signs-loading"
      >
        <div className="flex min-w-0 flex-col gap-10">
          <UpstreamPlaces />
          <DataPlaces />
        </div>
        <div className="flex min-w-0 flex-col gap-10">
          <WorkPlaces />
          <InstancePlaces />
        </div>
      </div>
    </>
  );
}
