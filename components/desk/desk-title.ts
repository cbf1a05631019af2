'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { usePracticeWord } from '@/components/practice/use-practice';
import { faceOf } from '@/lib/domain/face';
import type { PingDetails } from '@/lib/domain/ping-details';

/** The tab names the customer and the verdict, for who works in another tab meanwhile. */
export function useDeskTitle(name: string | null, ping: PingDetails | null, isAsking: boolean): void {
  const t = useTranslations('face');
  const tApp = useTranslations('app');
  const tDesk = useTranslations('desk');
  const face = isAsking ? 'running' : ping && faceOf(ping);
  const practice = usePracticeWord();
  const parts = [practice, face && t(face), name ?? tDesk('title'), tApp('name')].filter(Boolean);
  const title = parts.join(' · ');
  useEffect(() => {
    const write = () => {
      if (document.title !== title) document.title = title;
    };
    write();
    // The framework writes the title of a page late, sometimes after this one.
    const observer = new MutationObserver(write);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [title]);
}
