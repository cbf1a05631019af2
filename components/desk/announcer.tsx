'use client';

import { useTranslations } from 'next-intl';
import { faceOf } from '@/lib/domain/face';
import type { PingDetails } from '@/lib/domain/ping-details';

/** Says a verdict aloud once, when it arrives, and that a measurement has begun. */
export function Announcer({
  name,
  ping,
  isAsking,
}: {
  name: string;
  ping: PingDetails | null;
  isAsking: boolean;
}) {
  const t = useTranslations('face');
  const tResult = useTranslations('result');
  const face = isAsking ? 'running' : ping && faceOf(ping);
  const lost =
    ping?.sent && ping.received !== null ? { lost: ping.sent - ping.received, sent: ping.sent } : null;
  const detail = lost && face !== 'running' ? tResult('lost', lost) : '';
  return (
    <p role="status" className="sr-only" data-testid="announcer">
      {face && tResult('announce', { name, verdict: t(face), detail })}
    </p>
  );
}
