'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAge } from '@/components/shell/age';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { DirectoryItem } from '@/lib/domain/directory-item';
import { useLoadProblem } from './use-load-problem';

/** Why the last load did not end, and how old the directory is that can still be used. */
export function LoadNotice({
  directory,
  onBelieve,
}: {
  directory: DirectoryItem;
  /** Says that it is true that so many are gone; null while that was just said. */
  onBelieve: (() => void) | null;
}) {
  const t = useTranslations('directory');
  const why = useLoadProblem();
  const age = useAge();
  const { error, finished_at: finishedAt } = directory;
  if (error === null) return null;
  const rest =
    error.code === 'shrunk'
      ? null
      : finishedAt === null
        ? t('retries')
        : t('stillUsable', { age: age(finishedAt) });
  return (
    <Notice tone="warn" icon={TriangleAlert} role="status">
      <p>{error.code === 'shrunk' ? why(error.code) : t('notEnded', { why: why(error.code) })}</p>
      {rest && <p>{rest}</p>}
      {error.code === 'shrunk' && (
        <Button size="sm" className="mt-2" disabled={onBelieve === null} onClick={() => onBelieve?.()}>
          {t('believe')}
        </Button>
      )}
    </Notice>
  );
}
