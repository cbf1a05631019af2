'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Reply } from '@/lib/domain/ping-details';

const TALL = 72;
/** Without a reply there is no round trip to draw, and the stumps need no room above them. */
const LOW = 20;
const STEP = 16;
const WIDTH = 10;
const LEAST = 10;

/** The round-trip time that fills the whole height: at least 5 ms, so that a fast line does not look ragged. */
const ceilingMs = (replies: readonly Reply[]) =>
  Math.max(5, ...replies.map((reply) => reply.rtt_ms ?? 0)) * 1.1;

const barHeight = (ms: number, floor: number, ceiling: number) =>
  LEAST + (floor - LEAST) * Math.min(1, ms / ceiling);

type BandProps = { normal: { lowMs: number; highMs: number }; ceiling: number; width: number };

function Band({ normal, ceiling, width }: BandProps) {
  const top = TALL - barHeight(normal.highMs, TALL, ceiling);
  const bottom = TALL - barHeight(normal.lowMs, TALL, ceiling);
  return (
    <rect
      x="0"
      y={top - 1}
      width={width}
      height={bottom - top + 2}
      fill="var(--unknown-line)"
      opacity="0.55"
      data-testid="baseline-band"
    />
  );
}

type BarProps = { reply: Reply; index: number; ceiling: number; height: number };

function Bar({ reply, index, ceiling, height: floor }: BarProps) {
  const x = index * STEP + (STEP - WIDTH) / 2;
  if (reply.status === 'reply') {
    const height = barHeight(reply.rtt_ms ?? 0, floor, ceiling);
    return <rect x={x} y={floor - height} width={WIDTH} height={height} rx="2" fill="var(--stable)" />;
  }
  if (reply.status === 'not_measured') {
    return (
      <rect
        x={x + 1}
        y={floor - 17}
        width={WIDTH - 2}
        height="16"
        rx="2"
        fill="none"
        stroke="var(--unknown)"
        strokeDasharray="2 2"
      />
    );
  }
  return (
    <g stroke="var(--silent)" strokeWidth="2" strokeLinecap="round">
      <rect x={x} y={floor - 5} width={WIDTH} height="5" rx="1.5" fill="var(--silent)" stroke="none" />
      <path d={`M${x + 2} ${floor - 16}l6 6m0-6l-6 6`} fill="none" />
    </g>
  );
}

type PacketPictureProps = {
  replies: readonly Reply[];
  /** This line's normal round trip in ms, drawn as a band behind the bars. */
  normal?: { lowMs: number; highMs: number } | null;
};

/** Packets in one row: more of them would shrink to nothing on a phone. */
const ROW = 25;

type RowProps = {
  replies: readonly Reply[];
  ceiling: number;
  height: number;
  normal: PacketPictureProps['normal'];
};

function Row({ replies, ceiling, height, normal }: RowProps) {
  const width = Math.max(replies.length * STEP, 64);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height + 1}`}
      className="h-auto max-w-full"
      style={{ width: `${width * 1.25}px` }}
    >
      <line x1="0" x2={width} y1={height + 0.5} y2={height + 0.5} stroke="var(--line)" />
      {normal && height === TALL && <Band normal={normal} ceiling={ceiling} width={width} />}
      {replies.map((reply, index) => (
        <Bar key={reply.seq} reply={reply} index={index} ceiling={ceiling} height={height} />
      ))}
    </svg>
  );
}

/** One bar for each packet, in the order they were sent: its height is the round trip, a stump with a cross is a loss. */
export function PacketPicture({ replies, normal = null }: PacketPictureProps) {
  const t = useTranslations('packets');
  const format = useFormatter();
  if (replies.length === 0) return null;
  const ceiling = Math.max(ceilingMs(replies), (normal?.highMs ?? 0) * 1.1);
  const height = replies.some((reply) => reply.rtt_ms !== null) ? TALL : LOW;
  const received = replies.filter((reply) => reply.status === 'reply').length;
  const sent = replies.filter((reply) => reply.status !== 'not_measured').length;
  const list = replies
    .map((reply) =>
      reply.rtt_ms === null
        ? t(reply.status)
        : t('ms', { ms: format.number(reply.rtt_ms, { maximumFractionDigits: 1 }) }),
    )
    .join(', ');
  const rows = Array.from({ length: Math.ceil(replies.length / ROW) }, (_, index) =>
    replies.slice(index * ROW, (index + 1) * ROW),
  );
  return (
    <div
      role="img"
      aria-label={t('picture', { received, sent, list })}
      className="flex max-w-full min-w-0 flex-col gap-2"
      data-testid="packet-picture"
    >
      {rows.map((row) => (
        <Row key={row[0]?.seq} replies={row} ceiling={ceiling} height={height} normal={normal} />
      ))}
    </div>
  );
}
