'use client';

import { useTranslations } from 'next-intl';
import { useAge } from '@/components/shell/age';
import { classNames } from '@/components/ui/class-names';
import type { StatusItem } from '@/lib/domain/status';
import { gravest, judgeAll, oldAnswers, type Level } from '@/lib/domain/status-signs';
import { LevelIcon } from './level-icon';

const TONES: Record<Level, string> = {
  good: 'border-stable-line bg-stable-soft text-stable-ink',
  warn: 'border-intermittent-line bg-intermittent-soft text-intermittent-ink',
  bad: 'border-silent-line bg-silent-soft text-silent-ink',
  unknown: 'border-unknown-line bg-unknown-soft text-unknown-ink',
  plain: 'border-line text-ink',
};

/** What is not known now is no reason to be called, and yet not good. */
function useSentence(): (status: StatusItem, levels: readonly Level[], isStale: boolean) => string {
  const t = useTranslations('status');
  const age = useAge();
  return (status, levels, isStale) => {
    if (isStale) return t('summaryStale');
    const count = (level: Level) => levels.filter((one) => one === level).length;
    const [bad, warn, unknown] = [count('bad'), count('warn'), count('unknown')];
    // What answered long ago is not what never said anything.
    const old = oldAnswers(status);
    const told = [
      bad > 0 && t('summaryBad', { count: bad }),
      warn > 0 && t('summaryWarn', { count: warn }),
      bad + warn === 0 && t(unknown > 0 ? 'summaryKnownGood' : 'summaryGood'),
      old[0] !== undefined && t('summaryOld', { count: old.length, age: age(old[0]) }),
      unknown > old.length && t('summaryUnknown', { count: unknown - old.length }),
    ];
    return told.filter((part) => part !== false).join(' · ');
  };
}

/** All signs in one sentence. A reading that could not be renewed says nothing of now. */
export function StatusSummary({ status, isStale }: { status: StatusItem; isStale: boolean }) {
  const sentence = useSentence();
  const levels = judgeAll(status).map(({ level }) => level);
  const level = isStale ? 'unknown' : gravest(levels);
  return (
    <div
      role="status"
      data-testid="status-summary"
      data-level={level}
      className={classNames(
        'flex items-start gap-3 rounded border px-4 py-3 text-base font-medium',
        TONES[level],
      )}
    >
      <LevelIcon level={level} className="mt-1" />
      <span className="min-w-0 text-pretty">{sentence(status, levels, isStale)}</span>
    </div>
  );
}
