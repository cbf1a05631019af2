'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { CopyCode } from './copy-code';
import type { Outcome } from './send-request';

/** What came back, read aloud when it comes. */
export function TryOutcome({ outcome }: { outcome: Outcome | 'sending' | 'silent' | null }) {
  const t = useTranslations('apiDocs');
  const answered = outcome !== null && outcome !== 'sending' && outcome !== 'silent' ? outcome : null;
  return (
    <div aria-live="polite" className="flex flex-col gap-2 empty:hidden">
      {outcome === 'silent' && (
        <Notice tone="bad" icon={CircleAlert}>
          {t('silent')}
        </Notice>
      )}
      {answered && (
        <>
          <div className="flex flex-wrap items-center gap-2 text-xs text-ink-muted tabular-nums">
            <Tag>HTTP {answered.status}</Tag>
            <span>{t('took', { ms: answered.ms })}</span>
            {answered.headers.map(([name, value]) => (
              <code key={name} className="font-mono wrap-anywhere">
                {name}: {value}
              </code>
            ))}
          </div>
          <CopyCode code={answered.text} label={t('answer')} />
        </>
      )}
    </div>
  );
}
