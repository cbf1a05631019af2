'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { PingDetails } from '@/lib/domain/ping-details';

/** The step from a small sample to a certain one: ten packets make a clean line solid, twenty show what is left. */
export const nextSize = (sent: number | null) => ((sent ?? 0) < 10 ? 10 : 20);

/** True while more packets would make the badge surer. */
export const wantsMore = ({ certainty, state, sent }: PingDetails) =>
  state === 'finished' && certainty?.level !== 'solid' && (sent ?? 0) < 20;

export function MorePackets({ ping, onMore }: { ping: PingDetails; onMore: (packets: number) => void }) {
  const t = useTranslations('result');
  if (!wantsMore(ping)) return null;
  const count = nextSize(ping.sent);
  return (
    <Button size="sm" onClick={() => onMore(count)} data-testid="more-packets">
      <Plus className="size-4" aria-hidden />
      {t('more', { count })}
      <Kbd>+</Kbd>
    </Button>
  );
}
