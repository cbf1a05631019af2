'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useDeskTitle } from '@/components/desk/desk-title';
import { PastNotice } from '@/components/desk/past-notice';
import { ConsolePage } from '@/components/line/console-page';
import { NotesPanel } from '@/components/notes/notes-panel';
import { DeskLink } from '@/components/services/line-links';
import type { Account } from '@/components/shell/account-menu';
import { isFinal } from '@/lib/domain/ping';
import type { PingDetails } from '@/lib/domain/ping-details';
import type { PlaceItem } from '@/lib/domain/place-in-line';
import { placeInLineQuery } from '@/lib/queries/line';
import { usePing } from '@/lib/queries/pings';
import { PROVEN_MOMENT } from '@/lib/i18n/moments';
import { FrozenRecord, PingRecord } from './ping-record';
import { PingPlace } from './ping-place';
import { PingProgress } from './ping-progress';
import { StoredResult } from './stored-result';

type PingScreenProps = {
  /** The ping and its place as they were when the page was made, so that nothing moves when they are read again. */
  stored: { ping: PingDetails; place: PlaceItem };
  account: Account;
  mayMark: boolean;
};

function Heading({ ping, name }: { ping: PingDetails; name: string }) {
  const t = useTranslations('pingPage');
  const tService = useTranslations('service');
  const format = useFormatter();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <h1 className="text-lg font-semibold tracking-tight">{t('title', { code: ping.case_code })}</h1>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Link
          href={`/services/${ping.service_id}`}
          prefetch={false}
          className="rounded-sm font-medium text-brand-ink underline-offset-4 hover:underline"
          data-testid="line-of-ping"
        >
          {name}
        </Link>
        <span className="text-ink-muted tabular-nums">
          {tService('id', { id: String(ping.service_id) })} ·{' '}
          {format.dateTime(new Date(ping.started_at), PROVEN_MOMENT)}
        </span>
      </p>
      <div className="mt-1 flex flex-wrap gap-4">
        <DeskLink serviceId={ping.service_id} taskId={ping.task_id} />
      </div>
    </div>
  );
}

/** One ping for good: the result as it was, how it came about, its place in the line, and what was noted on it. */
export function PingScreen({ stored, account, mayMark }: PingScreenProps) {
  const tService = useTranslations('service');
  const router = useRouter();
  const ping = usePing(stored.ping.task_id).data ?? stored.ping;
  const place = useQuery(placeInLineQuery(ping.task_id)).data ?? stored.place;
  const name = ping.service_name ?? tService('noName', { id: String(ping.service_id) });
  useDeskTitle(name, ping, false);
  return (
    <ConsolePage account={account} keys="ping" hasLaunchBar={false}>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <Heading ping={ping} name={name} />
        <PingPlace
          place={place.place}
          count={place.count}
          previous={place.before[0] ?? null}
          next={place.next}
        />
      </div>
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <section className="min-w-0">
          {place.next && <PastNotice onCurrent={() => router.push(`/services/${ping.service_id}`)} />}
          {isFinal(ping) ? (
            <StoredResult
              ping={ping}
              before={place.before}
              mayMark={mayMark}
              isRetest={account.role === 'technician'}
            />
          ) : (
            <PingProgress ping={ping} askedAt={Date.parse(ping.started_at)} />
          )}
        </section>
        <div className="flex min-w-0 flex-col gap-8">
          <NotesPanel serviceId={ping.service_id} taskId={ping.task_id} mayWrite={false} />
          <PingRecord ping={ping} />
          <FrozenRecord ping={ping} />
        </div>
      </div>
    </ConsolePage>
  );
}
