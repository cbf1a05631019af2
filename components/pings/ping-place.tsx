'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Kbd } from '@/components/ui/kbd';
import { faceOf } from '@/lib/domain/face';
import type { PingItem } from '@/lib/domain/ping-details';
import { MOMENT } from '@/lib/i18n/moments';
import { FaceShape } from './ping-face';

const PLACE = 'flex min-h-10 items-center gap-2 rounded border border-line px-3 py-1 text-sm';

type StepProps = { ping: PingItem | null; label: string; none: string; before: ReactNode; after: ReactNode };

/** The way to the ping before or after, with how that one ended. */
function Step({ ping, label, none, before, after }: StepProps) {
  const tFace = useTranslations('face');
  const format = useFormatter();
  if (ping === null) return <span className={`${PLACE} border-dashed text-ink-muted`}>{none}</span>;
  const at = format.dateTime(new Date(ping.started_at), MOMENT);
  return (
    <Link href={`/pings/${ping.task_id}`} prefetch={false} className={`${PLACE} hover:bg-sunken`}>
      {before}
      <FaceShape face={faceOf(ping)} filled={ping.certainty?.level === 'solid'} className="size-4 shrink-0" />
      <span className="min-w-0">
        <span className="sr-only">{`${label}: ${tFace(faceOf(ping))}, `}</span>
        <span className="tabular-nums">{at}</span>
      </span>
      {after}
    </Link>
  );
}

type PingPlaceProps = { place: number; count: number; previous: PingItem | null; next: PingItem | null };

/** Where a ping stands in its line, and the way along it. */
export function PingPlace({ place, count, previous, next }: PingPlaceProps) {
  const t = useTranslations('pingPage');
  const router = useRouter();
  const go = (ping: PingItem | null) => (ping ? () => router.push(`/pings/${ping.task_id}`) : undefined);
  useShortcuts({ j: go(previous), k: go(next) });
  return (
    <nav
      aria-label={t('place')}
      className="flex flex-wrap items-center gap-2 print:hidden"
      data-testid="ping-place"
    >
      <Step
        ping={previous}
        label={t('previous')}
        none={t('noPrevious')}
        before={<ChevronLeft className="size-4" aria-hidden />}
        after={<Kbd>J</Kbd>}
      />
      <span className="px-1 text-sm text-ink-muted tabular-nums">{t('placeOf', { place, count })}</span>
      <Step
        ping={next}
        label={t('next')}
        none={t('noNext')}
        before={<Kbd>K</Kbd>}
        after={<ChevronRight className="size-4" aria-hidden />}
      />
    </nav>
  );
}
