'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FACE_STYLES, FaceShape } from '@/components/pings/ping-face';
import { Button } from '@/components/ui/button';
import { faceOf } from '@/lib/domain/face';
import type { PingItem } from '@/lib/domain/ping-details';
import { useLineFigures } from './line-figures';
import type { LineHistory } from './use-line-history';

const FIRST = 25;
const MORE = 50;
const CELL = 'px-3 py-3 text-left align-top sm:py-2 print:px-2 print:py-1';

/** Who asked and why: each person once, with the reason they gave and that it came through the API. */
function Asked({ ping }: { ping: PingItem }) {
  const t = useTranslations('linePage');
  const tReason = useTranslations('reason');
  const asked = new Map(ping.requested_by.map((who) => [who.name, who]));
  return [...asked.values()].map((who) => (
    <span key={who.name} className="block">
      {who.name}
      <span className="text-ink-muted">
        {who.reason && ` · ${tReason(who.reason)}`}
        {who.kind === 'token' && ` · ${t('byApi')}`}
      </span>
    </span>
  ));
}

function Row({ ping }: { ping: PingItem }) {
  const t = useTranslations('linePage');
  const tFace = useTranslations('face');
  const tFailure = useTranslations('failure');
  const { ms, lostOf, moment, shortMoment } = useLineFigures();
  const face = faceOf(ping);
  return (
    <tr
      className="relative break-inside-avoid border-t border-line hover:bg-sunken"
      data-task-id={ping.task_id}
      data-state={ping.state}
      data-verdict={ping.verdict ?? undefined}
    >
      <th scope="row" className={`${CELL} font-normal whitespace-nowrap`}>
        <Link
          href={`/pings/${ping.task_id}`}
          prefetch={false}
          className="rounded-sm text-brand-ink underline-offset-4 after:absolute after:inset-0 hover:underline print:text-ink print:no-underline"
        >
          <span className="max-sm:hidden">{moment(ping.started_at)}</span>
          <span className="sm:hidden">{shortMoment(ping.started_at)}</span>
        </Link>
      </th>
      <td className={CELL}>
        <span className={`flex items-center gap-2 font-medium whitespace-nowrap ${FACE_STYLES[face].text}`}>
          <FaceShape face={face} filled={ping.certainty?.level === 'solid'} className="size-4 shrink-0" />
          {tFace(face)}
        </span>
        {ping.failure && (
          <span className="block max-w-72 min-w-48 text-xs text-ink-muted">
            {tFailure(ping.failure.code)}
          </span>
        )}
        {ping.wrong_customer && <span className="block text-xs text-ink-muted">{t('wrong')}</span>}
      </td>
      <td className={`${CELL} whitespace-nowrap`}>{lostOf(ping)}</td>
      <td className={`${CELL} whitespace-nowrap`}>{ms(ping.rtt_ms.median)}</td>
      <td className={`${CELL} min-w-44 print:min-w-0`}>
        <Asked ping={ping} />
      </td>
      <td className={`${CELL} whitespace-nowrap`}>{ping.case_code}</td>
    </tr>
  );
}

/** Every ping of a line with who asked and why, the newest first, each row a link to the ping itself. */
export function LineTable({ history }: { history: LineHistory }) {
  const t = useTranslations('linePage');
  const [shown, setShown] = useState(FIRST);
  const { pings, hasMore, isReadingMore, readMore } = history;
  const showMore = () => {
    if (shown + MORE > pings.length && hasMore) readMore();
    setShown(shown + MORE);
  };
  return (
    <div className="flex flex-col gap-3">
      {/* The links of the rows take the focus, so that the keyboard scrolls this without a stop of its own. */}
      <div className="relative overflow-x-auto rounded border border-line bg-surface print:overflow-visible print:border-0">
        <table className="w-full text-sm tabular-nums print:text-xs" data-testid="line-table">
          <caption className="sr-only">{t('tableCaption')}</caption>
          <thead className="text-xs text-ink-muted">
            <tr>
              {[t('when'), t('result'), t('lost'), t('rtt'), t('asked'), t('case')].map((name) => (
                <th key={name} scope="col" className={`${CELL} font-medium whitespace-nowrap`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pings.slice(0, shown).map((ping) => (
              <Row key={ping.task_id} ping={ping} />
            ))}
          </tbody>
        </table>
      </div>
      {(shown < pings.length || hasMore) && (
        <Button onClick={showMore} disabled={isReadingMore} className="self-start" data-testid="older-pings">
          {t('older')}
        </Button>
      )}
    </div>
  );
}
