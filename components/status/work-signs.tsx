'use client';

import { useTranslations } from 'next-intl';
import { useAge } from '@/components/shell/age';
import type { JobState, StatusItem } from '@/lib/domain/status';
import { judgeJob, judgeLateness, judgeRunner } from '@/lib/domain/status-signs';
import { Sign, SignGroup } from './sign';
import { useFigures } from './use-figures';

function useRunnerText(): (status: StatusItem) => string {
  const t = useTranslations('status');
  return ({ instance, instances }) => {
    const count = instances.filter(({ runner }) => runner).length;
    if (count > 0) return t('runnerCount', { count });
    return t(instance.runner ? 'runnerHere' : 'runnerNone');
  };
}

function JobSign({ job }: { job: JobState }) {
  const t = useTranslations('status');
  const age = useAge();
  const { last_done_at: doneAt, last_failed_at: failedAt } = job;
  const last = () => {
    if (job.failing && failedAt !== null) return t('jobFailed', { age: age(failedAt) });
    return doneAt === null ? t('jobNever') : t('jobDone', { age: age(doneAt) });
  };
  const wasDone = job.failing && doneAt !== null;
  return (
    <Sign
      name={`job_${job.name}`}
      label={t(job.name)}
      judgement={judgeJob(job)}
      detail={wasDone && <p className="text-xs text-ink-muted">{t('jobDoneBefore', { age: age(doneAt) })}</p>}
    >
      {job.waiting > 0 ? `${t('jobWaiting', { count: job.waiting })} · ${last()}` : last()}
    </Sign>
  );
}

/** Who carries the pings, how they come on, and the work in the background. */
export function WorkSigns({ status }: { status: StatusItem }) {
  const t = useTranslations('status');
  const runnerText = useRunnerText();
  const { seconds } = useFigures();
  const { running, waiting, carried, oldest_due_seconds: late } = status.pings;
  return (
    <SignGroup title={t('groupWork')}>
      <Sign name="runner" label={t('runner')} term="runner" judgement={judgeRunner(status)}>
        {runnerText(status)}
      </Sign>
      <Sign
        name="pings"
        label={t('pings')}
        term="queue"
        judgement={{ level: 'plain', advice: null }}
        detail={
          running > 0 && <p className="text-xs text-ink-muted">{t('pingsDetail', { carried, waiting })}</p>
        }
      >
        {running}
      </Sign>
      <Sign name="lateness" label={t('late')} term="late" judgement={judgeLateness(late)}>
        {late === 0 ? t('lateNone') : seconds(late)}
      </Sign>
      {status.jobs.map((job) => (
        <JobSign key={job.name} job={job} />
      ))}
    </SignGroup>
  );
}
