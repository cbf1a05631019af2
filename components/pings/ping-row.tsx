'use client';

import { useTranslations } from 'next-intl';
import { Age } from '@/components/shell/age';
import { faceOf } from '@/lib/domain/face';
import type { PingItem } from '@/lib/domain/ping-details';
import { FACE_STYLES, FaceShape } from './ping-face';

/** One ping in a list: its face, whose it is, and below, so that long names have the room, how long ago. */
export function PingRow({ ping, onOpen, active }: { ping: PingItem; onOpen: () => void; active: boolean }) {
  const t = useTranslations('face');
  const tService = useTranslations('service');
  const face = faceOf(ping);
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-current={active || undefined}
      data-state={ping.state}
      data-verdict={ping.verdict ?? undefined}
      className="flex touch-row w-full items-center gap-2 rounded px-2 py-1 text-left text-sm hover:bg-sunken aria-[current]:bg-brand-soft"
    >
      <FaceShape face={face} filled={ping.certainty?.level === 'solid'} className="size-5 shrink-0" />
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          {ping.service_name ?? tService('noName', { id: ping.service_id })}
        </span>
        <span className="flex gap-2 text-xs">
          <span className={`min-w-0 flex-1 truncate ${FACE_STYLES[face].text}`}>{t(face)}</span>
          <span className="shrink-0 text-ink-muted tabular-nums">
            <Age at={ping.finished_at ?? ping.started_at} />
          </span>
        </span>
      </span>
    </button>
  );
}
