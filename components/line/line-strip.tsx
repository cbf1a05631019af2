'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { PingItem } from '@/lib/domain/ping-details';
import { barCeilingMs } from '@/lib/domain/line-trend';
import { StripColumn } from './strip-column';
import { usePingLine } from './use-ping-line';

type Normal = { lowMs: number; highMs: number };

/** The top of the bars: what most of these pings stay under, and the line's normal in any case. */
export const stripCeiling = (pings: readonly PingItem[], normal: Normal | null) =>
  barCeilingMs(
    pings.flatMap((ping) => (ping.rtt_ms.median === null ? [] : [ping.rtt_ms.median])),
    normal?.highMs ?? 0,
  );

/** Where an arrow leads from one of `count` links in a row. */
function stepOf(key: string, at: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const next = at + (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0);
  return next === at || next < 0 || next >= count ? null : next;
}

type LineStripProps = {
  /** From the newest on, as the API lists them. */
  pings: readonly PingItem[];
  /** This line's normal round trip in ms. */
  normal: Normal | null;
};

/**
 * The last pings of a line at a glance, the oldest on the left: one stop for the Tab key, the arrows go through it. What
 * is under the pointer or the focus is told below, and opens with a click or Enter.
 */
export function LineStrip({ pings, normal }: LineStripProps) {
  const t = useTranslations('linePage');
  const tell = usePingLine();
  const list = useRef<HTMLUListElement>(null);
  const oldestFirst = [...pings].reverse();
  const last = oldestFirst.length - 1;
  const newest = oldestFirst[last]?.task_id;
  const [chosenId, choose] = useState<string | null>(null);
  const found = oldestFirst.findIndex((ping) => ping.task_id === chosenId);
  const at = found === -1 ? last : found;
  const shown = oldestFirst[at];
  const ceiling = stripCeiling(pings, normal);
  // Where the strip is wider than the screen, the newest ping is what has to be seen.
  useEffect(() => {
    // In the frame that lays the page out anyway, so that nobody has it laid out twice.
    const frame = requestAnimationFrame(() => {
      if (list.current) list.current.scrollLeft = list.current.scrollWidth;
    });
    return () => cancelAnimationFrame(frame);
  }, [newest]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepOf(event.key, at, oldestFirst.length);
    if (next === null) return;
    event.preventDefault();
    list.current?.querySelectorAll('a')[next]?.focus();
  };
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <ul
        ref={list}
        aria-label={t('strip', { count: pings.length })}
        onKeyDown={onKeyDown}
        onMouseLeave={() => choose(null)}
        className="-mx-1 flex overflow-x-auto px-1 py-1 print:overflow-visible"
        data-testid="line-strip"
      >
        {oldestFirst.map((ping, index) => (
          <li key={ping.task_id} className="max-w-12 min-w-7 flex-1 print:min-w-0">
            <Link
              href={`/pings/${ping.task_id}`}
              prefetch={false}
              aria-label={tell(ping)}
              tabIndex={index === at ? 0 : -1}
              onFocus={() => choose(ping.task_id)}
              onMouseEnter={() => choose(ping.task_id)}
              data-shown={index === at || undefined}
              data-task-id={ping.task_id}
              className="block rounded-sm pb-1 outline-offset-0 data-shown:bg-sunken print:bg-transparent!"
            >
              <StripColumn ping={ping} ceiling={ceiling} normal={normal} size="lg" />
            </Link>
          </li>
        ))}
      </ul>
      {shown && (
        <p
          aria-hidden
          className="min-h-10 text-sm text-ink-muted tabular-nums sm:min-h-5 print:hidden"
          data-testid="strip-readout"
        >
          {tell(shown)}
        </p>
      )}
    </div>
  );
}
