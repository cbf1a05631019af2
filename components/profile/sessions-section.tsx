'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert, MonitorSmartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useProblem } from '@/components/directory/use-problem';
import { useAge } from '@/components/shell/age';
import { Moment } from '@/components/shell/moment';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import type { SessionItem } from '@/lib/domain/profile';
import { ownSessionsQuery, useEndSessions } from '@/lib/queries/profile';
import { SessionPlace } from './profile-skeleton';
import { Outcome, Section } from './section';

type SessionRowProps = { session: SessionItem; isBusy: boolean; onEnd: () => void };

function SessionRow({ session, isBusy, onEnd }: SessionRowProps) {
  const t = useTranslations('profile');
  const age = useAge();
  const device = session.device ?? t('unknownDevice');
  return (
    <li className="flex items-center gap-3 border-b border-line py-3" data-testid="session">
      <MonitorSmartphone className="size-5 shrink-0 text-ink-muted" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {device}
          {session.is_this && <Tag>{t('thisSession')}</Tag>}
        </p>
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-muted">
          <Moment at={session.active_at}>{t('active', { age: age(session.active_at) })}</Moment>
          <span aria-hidden>·</span>
          <span className="wrap-anywhere">{session.address ?? t('unknownAddress')}</span>
        </p>
      </div>
      {!session.is_this && (
        <Button size="sm" onClick={onEnd} disabled={isBusy} aria-label={t('endOne', { device })}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}

/** Where one is signed in. One that nobody remembers is ended here, and the password changed above. */
export function SessionsSection() {
  const t = useTranslations('profile');
  const tProblem = useTranslations('problem');
  const problem = useProblem();
  const { data, isError } = useQuery(ownSessionsQuery());
  const end = useEndSessions();
  const others = data?.filter(({ is_this: isThis }) => !isThis).length ?? 0;
  return (
    <Section title={t('sessionsTitle')} hint={t('sessionsHint')}>
      {!data && isError && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {tProblem('load')}
        </Notice>
      )}
      {!data && !isError && <SessionPlace />}
      {data && (
        <ul aria-label={t('sessionsTitle')} className="-mt-5">
          {data.map((session) => (
            <SessionRow
              key={session.session_id}
              session={session}
              isBusy={end.isPending}
              onEnd={() => end.mutate(session.session_id)}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-4">
        {others > 0 && (
          <Button onClick={() => end.mutate(null)} disabled={end.isPending}>
            {t('endOthers', { count: others })}
          </Button>
        )}
        <Outcome done={end.isSuccess ? t('ended') : null} problem={end.error && problem(end.error)} />
      </div>
    </Section>
  );
}
