'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type PointerEvent } from 'react';
import type { TrendPoint } from '@/lib/domain/line-trend';
import { TimeAxis, ValueAxis } from './trend-axes';
import { TrendLegend } from './trend-legend';
import { TrendPlot } from './trend-plot';
import { trendScale } from './trend-scale';
import { usePingLine } from './use-ping-line';

type TrendChartProps = {
  points: readonly TrendPoint[];
  span: { fromMs: number; toMs: number };
  normal: { lowMs: number; highMs: number } | null;
  label: string;
};

function nearest(points: readonly TrendPoint[], atMs: number): TrendPoint | null {
  let found: TrendPoint | null = null;
  for (const point of points) {
    if (found === null || Math.abs(point.at - atMs) < Math.abs(found.at - atMs)) found = point;
  }
  return found;
}

/** The chart of a line. The pointer finds the nearest ping, which is told below and opens with a click. */
export function TrendChart({ points, span, normal, label }: TrendChartProps) {
  const t = useTranslations('linePage');
  const router = useRouter();
  const tell = usePingLine();
  const [activeId, setActiveId] = useState<string | null>(null);
  const active = points.find((point) => point.ping.task_id === activeId) ?? null;
  const scale = trendScale(points, span, normal?.highMs ?? null);
  const pointTo = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const point = nearest(points, scale.timeAt((event.clientX - left) / width));
    setActiveId(point?.ping.task_id ?? null);
    return point;
  };
  const open = (event: PointerEvent<HTMLElement>) => {
    const point = pointTo(event);
    // A finger first has to see what it found, and opens it with the link below.
    if (point && event.pointerType === 'mouse') router.push(`/pings/${point.ping.task_id}`);
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="relative pl-14">
        <ValueAxis scale={scale} />
        <div className="cursor-pointer touch-pan-y" onPointerMove={pointTo} onPointerUp={open}>
          <TrendPlot points={points} scale={scale} normal={normal} active={active} label={label} />
        </div>
        <TimeAxis scale={scale} />
      </div>
      <p className="min-h-10 text-sm text-ink-muted tabular-nums sm:min-h-5 print:hidden">
        {active ? (
          <>
            {tell(active.ping)}
            {' · '}
            <Link
              href={`/pings/${active.ping.task_id}`}
              prefetch={false}
              className="rounded-sm text-brand-ink underline underline-offset-4"
            >
              {t('open')}
            </Link>
          </>
        ) : (
          t('point')
        )}
      </p>
      <TrendLegend normal={normal} />
    </div>
  );
}
