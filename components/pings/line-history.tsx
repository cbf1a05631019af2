'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { stripCeiling } from '@/components/line/line-strip';
import { StripColumn } from '@/components/line/strip-column';
import { Age, useAge } from '@/components/shell/age';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { faceOf } from '@/lib/domain/face';
import type { PingItem } from '@/lib/domain/ping-details';
import { servicePingsQuery } from '@/lib/queries/pings';
import { FACE_STYLES } from './ping-face';

const SHOWN = 8;

/** The last pings of a line in small, the newest on the right; the page of the line has it in large. */
function Strip({ pings }: { pings: readonly PingItem[] }) {
  const t = useTranslations('desk');
  const tFace = useTranslations('face');
  const age = useAge();
  const oldestFirst = [...pings].reverse();
  const ceiling = stripCeiling(pings, null);
  const list = oldestFirst.map((ping) => `${tFace(faceOf(ping))} ${age(ping.started_at)}`).join(', ');
  return (
    <div
      role="img"
      aria-label={t('lineStrip', { list })}
      className="flex flex-wrap gap-y-2"
      data-testid="line-strip"
    >
      {oldestFirst.map((ping) => (
        <span key={ping.task_id} className="w-4.5">
          <StripColumn ping={ping} ceiling={ceiling} size="sm" />
        </span>
      ))}
    </div>
  );
}

function Line({ ping, onOpen }: { ping: PingItem; onOpen: () => void }) {
  const t = useTranslations('face');
  const tResult = useTranslations('result');
  const face = faceOf(ping);
  const lost = ping.sent !== null && ping.received !== null && ping.received < ping.sent;
  return (
    <button
      type="button"
      onClick={onOpen}
      className="-mx-2 flex touch-row items-baseline gap-2 rounded px-2 py-1 text-left text-sm hover:bg-sunken pointer-coarse:items-center"
    >
      <span className={`${FACE_STYLES[face].text} font-medium`}>{t(face)}</span>
      <span className="min-w-0 flex-1 truncate text-xs text-ink-muted">
        {lost && tResult('lost', { lost: (ping.sent ?? 0) - (ping.received ?? 0), sent: ping.sent ?? 0 })}
      </span>
      <span className="text-xs text-ink-muted tabular-nums">
        <Age at={ping.started_at} />
      </span>
    </button>
  );
}

/** What this line did before, from the desk's own pings. */
export function LineHistory({ serviceId, onOpen }: { serviceId: number; onOpen: (taskId: string) => void }) {
  const t = useTranslations('desk');
  const tProblem = useTranslations('problem');
  const { data, isPending, isError } = useQuery(servicePingsQuery(serviceId));
  const pings = data?.items ?? [];
  return (
    <Panel
      title={t('line')}
      aside={data && <span className="text-xs text-ink-muted">{t('lineHint', { count: pings.length })}</span>}
    >
      {isPending && <Skeleton className="h-24 w-full" />}
      {isError && data === undefined && <p className="text-sm text-ink-muted">{tProblem('load')}</p>}
      {pings.length > 0 && <Strip pings={pings} />}
      <ul className="flex flex-col">
        {pings.slice(0, SHOWN).map((ping) => (
          <li key={ping.task_id} className="flex flex-col">
            <Line ping={ping} onOpen={() => onOpen(ping.task_id)} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
