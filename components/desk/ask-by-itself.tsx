'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { useNow } from '@/components/shell/use-now';
import { Button } from '@/components/ui/button';

/** Keeps what was asked for while the server has no room: asks again when the server said, unless told to leave it. */
export function AskByItself({ afterSeconds, onAsk }: { afterSeconds: number; onAsk: () => void }) {
  const t = useTranslations('problem');
  const now = useNow();
  const [since] = useState(() => Date.now());
  const [isLeft, setLeft] = useState(false);
  const left = Math.max(0, Math.ceil((since + afterSeconds * 1000 - (now ?? since)) / 1000));
  const isDue = left === 0 && !isLeft;
  // Only the moment counts: a new callback of the same launch must not ask a second time.
  const ask = useEffectEvent(onAsk);
  useEffect(() => {
    if (isDue) ask();
  }, [isDue]);
  if (isLeft) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <span className="tabular-nums">{t('again', { seconds: left })}</span>
      <Button size="sm" onClick={onAsk}>
        {t('againNow')}
      </Button>
      <Button size="sm" variant="quiet" onClick={() => setLeft(true)}>
        {t('againStop')}
      </Button>
    </div>
  );
}
