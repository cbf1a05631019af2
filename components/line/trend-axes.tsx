'use client';

import { useFormatter, useTimeZone } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { timeTicks } from '@/lib/domain/time-ticks';
import { TIME } from '@/lib/i18n/moments';
import { inMs } from '@/lib/i18n/in-ms';
import { LOSS, type TrendScale } from './trend-scale';

const LABEL = 'absolute -translate-y-1/2 text-xs whitespace-nowrap text-ink-muted tabular-nums';

/** The numbers at the left: milliseconds above, percent below. */
export function ValueAxis({ scale }: { scale: TrendScale }) {
  const format = useFormatter();
  const { ceiling } = scale;
  return (
    <div aria-hidden className="absolute inset-y-0 left-0 w-14">
      {[ceiling, ceiling / 2, 0].map((ms) => (
        <span key={ms} className={`${LABEL} right-2`} style={{ top: scale.yOfTime(ms) }}>
          {ms === ceiling ? inMs(format.number(ms)) : format.number(ms)}
        </span>
      ))}
      {[1, 0].map((share) => (
        <span
          key={share}
          className={`${LABEL} right-2`}
          style={{ top: LOSS.top + LOSS.height * (1 - share) }}
        >
          {format.number(share, { style: 'percent' })}
        </span>
      ))}
    </div>
  );
}

/** Days or hours under the plot, in the operator's time zone. */
export function TimeAxis({ scale }: { scale: TrendScale }) {
  const format = useFormatter();
  const timeZone = useTimeZone() ?? 'UTC';
  const { unit, at } = timeTicks(new Date(scale.fromMs), new Date(scale.toMs), timeZone);
  const shape = unit === 'hour' ? TIME : ({ day: 'numeric', month: 'short' } as const);
  return (
    <div aria-hidden className="relative h-5 text-xs text-ink-muted tabular-nums">
      {at.map((tick, index) => (
        <span
          key={tick.getTime()}
          // On a phone there is room for every second one, the latest among them.
          className={classNames(
            'absolute top-1 -translate-x-1/2 whitespace-nowrap',
            (at.length - index) % 2 === 0 && 'max-sm:hidden',
          )}
          style={{ left: `${scale.x(tick.getTime())}%` }}
        >
          {format.dateTime(tick, shape)}
        </span>
      ))}
    </div>
  );
}
