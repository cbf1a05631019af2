'use client';

import { useQuery } from '@tanstack/react-query';
import { Hand } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useNow } from '@/components/shell/use-now';
import { Term } from '@/components/terms/term';
import { Button } from '@/components/ui/button';
import { keptMinutesLeft } from '@/lib/domain/deadline';
import type { PingDetails } from '@/lib/domain/ping-details';
import { useStopPing } from '@/lib/queries/pings';
import { upstreamQuery } from '@/lib/queries/upstream';
import { PacketPicture } from './packet-picture';
import { PingBadge } from './ping-badge';

const ASKING_IS_LONG_MS = 4000;
/** A turn that comes sooner is part of the launch, and a badge of its own would only flicker. */
const WAITING_IS_LONG_MS = 2000;
/** Seconds that WispHub needs for a task: about one for each packet and two around them. */
const expectedSeconds = (packets: number) => packets + 2;

const secondsBetween = (from: string | number, to: number) =>
  Math.round((to - new Date(from).getTime()) / 1000);

function usePhase(ping: PingDetails | null, askedAt: number, now: number): string {
  const t = useTranslations('progress');
  const progress = ping?.progress ?? null;
  // What the header asks for is looked at here, and nothing more is asked.
  const upstream = useQuery({ ...upstreamQuery(), enabled: false }).data;
  const isDown = upstream?.down_since != null && upstream.last_fault !== 'auth';
  if (ping === null) return now - askedAt > ASKING_IS_LONG_MS ? t('sending') : t('asking');
  if (progress === null || progress.phase === 'launching') {
    return now - askedAt > ASKING_IS_LONG_MS ? t('askingLong') : t('asking');
  }
  if (progress.phase === 'queued' && isDown) {
    return t('kept', { minutes: keptMinutesLeft(Date.parse(progress.round_ends_at), now) });
  }
  if (progress.phase === 'queued') {
    const seconds = Math.max(1, -secondsBetween(ping.next_poll_at ?? now, now));
    return progress.place === null
      ? t('queued', { seconds })
      : t('queuedPlace', { seconds, place: progress.place });
  }
  const left = expectedSeconds(progress.round_packets) - secondsBetween(progress.launched_at ?? askedAt, now);
  if (left > 0) return t('waiting', { count: progress.round_packets, seconds: left });
  if (left > -15) return t('almost');
  return t('slow', { seconds: Math.max(0, -secondsBetween(progress.round_ends_at, now)) });
}

/** What the rounds up to now found. A silence that is given more packets than were asked for is being confirmed. */
function SoFar({ ping }: { ping: PingDetails }) {
  const t = useTranslations('progress');
  const { received, sent, requested, rounds, progress } = ping;
  const counts = { received: received ?? 0, sent: sent ?? 0 };
  if (progress !== null && counts.received === 0 && progress.planned > requested) {
    return (
      <p className="font-medium">
        <Term name="extension">{t('confirming', { sent: counts.sent, planned: progress.planned })}</Term>
      </p>
    );
  }
  return (
    <p className="font-medium">
      {t('soFar', counts)}
      {progress !== null && (
        <span className="font-normal text-ink-muted">
          {' · '}
          <Term name="extension">{t('round', { round: rounds, planned: progress.planned })}</Term>
        </span>
      )}
    </p>
  );
}

type PingProgressProps = {
  ping: PingDetails | null;
  askedAt: number;
  /** Called with a ping that goes on for others after this person stopped waiting for it. */
  onLeft?: (taskId: string) => void;
};

/** The badge's place while a ping runs: what is happening in words, what is known so far, and a way to stop. */
export function PingProgress({ ping, askedAt, onLeft }: PingProgressProps) {
  const t = useTranslations('progress');
  const now = useNow() ?? askedAt;
  const phase = usePhase(ping, askedAt, now);
  const stop = useStopPing();
  const knows = (ping?.sent ?? 0) > 0;
  const isQueued = ping?.progress?.phase === 'queued';
  const isWaiting = isQueued && !knows && now - askedAt > WAITING_IS_LONG_MS;
  const stopping = ping?.progress?.stopping || stop.isPending;
  return (
    <div className="flex flex-col items-start gap-4" data-testid="ping-progress">
      <div className="flex flex-wrap items-center gap-4">
        <PingBadge face="running" certainty={null} isWaiting={isWaiting} />
        <span className="text-base text-ink-muted tabular-nums" aria-hidden>
          {t('elapsed', { seconds: Math.max(0, secondsBetween(askedAt, now)) })}
        </span>
      </div>
      <p className="text-base">{isQueued ? <Term name="queue">{phase}</Term> : phase}</p>
      {ping?.launch_uncertain && <p className="text-ink-muted">{t('uncertain')}</p>}
      {ping !== null && knows && (
        <div className="flex flex-col gap-2">
          <SoFar ping={ping} />
          <PacketPicture replies={ping.replies} />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {ping !== null && (knows || isQueued || ping.requested > 10) && (
          <Button
            size="sm"
            disabled={stopping}
            onClick={() =>
              stop.mutate(ping.task_id, { onSuccess: ({ goes_on }) => goes_on && onLeft?.(ping.task_id) })
            }
          >
            <Hand className="size-4" aria-hidden />
            {isQueued && !knows ? t('withdraw') : stopping ? t('stopping') : t('stop')}
          </Button>
        )}
        <p className="text-xs text-ink-muted">{t('leave')}</p>
        {stop.isError && (
          <p role="alert" className="text-sm text-silent-ink">
            {t('stopFailed')}
          </p>
        )}
      </div>
    </div>
  );
}
