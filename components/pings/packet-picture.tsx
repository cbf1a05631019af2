'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Reply } from '@/lib/domain/ping-details';

const HEIGHT = 72;
const STEP = 16;
const WIDTH = 10;
const LEAST = 10;

/** The round-trip time that fills the whole height: at least 20 ms, so that a fast line does not look ragged. */
const ceilingMs = (replies: readonly Reply[]) =>
  Math.max(20, ...replies.map((reply) => reply.rtt_ms ?? 0)) * 1.1;

function Bar({ reply, index, ceiling }: { reply: Reply; index: number; ceiling: number }) {
  const x = index * STEP + (STEP - WIDTH) / 2;
  if (reply.status === 'reply') {
    const height = LEAST + (HEIGHT - LEAST) * Math.min(1, (reply.rtt_ms ?? 0) / ceiling);
    return <rect x={x} y={HEIGHT - height} width={WIDTH} height={height} rx="2" fill="var(--running)" />;
  }
  if (reply.status === 'not_measured') {
    return (
      <rect
        x={x + 1}
        y={HEIGHT - 17}
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
      <rect x={x} y={HEIGHT - 5} width={WIDTH} height="5" rx="1.5" fill="var(--silent)" stroke="none" />
      <path d={`M${x + 2} ${HEIGHT - 16}l6 6m0-6l-6 6`} fill="none" />
    </g>
  );
}

/** One bar for each packet, in the order they were sent: its height is the round trip, a stump with a cross is a loss. */
export function PacketPicture({ replies }: { replies: readonly Reply[] }) {
  const t = useTranslations('packets');
  const format = useFormatter();
  if (replies.length === 0) return null;
  const ceiling = ceilingMs(replies);
  const received = replies.filter((reply) => reply.status === 'reply').length;
  const sent = replies.filter((reply) => reply.status !== 'not_measured').length;
  const list = replies
    .map((reply) =>
      reply.rtt_ms === null
        ? t(reply.status)
        : t('ms', { ms: format.number(reply.rtt_ms, { maximumFractionDigits: 1 }) }),
    )
    .join(', ');
  const width = Math.max(replies.length * STEP, 64);
  return (
    <svg
      role="img"
      aria-label={t('picture', { received, sent, list })}
      viewBox={`0 0 ${width} ${HEIGHT + 1}`}
      className="h-auto max-w-full"
      style={{ width: `${width * 1.25}px` }}
      data-testid="packet-picture"
    >
      <line x1="0" x2={width} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} stroke="var(--line)" />
      {replies.map((reply, index) => (
        <Bar key={reply.seq} reply={reply} index={index} ceiling={ceiling} />
      ))}
    </svg>
  );
}
