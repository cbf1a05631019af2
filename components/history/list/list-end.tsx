'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

type ListEndProps = {
  loaded: number;
  /** Among those loaded; the totals do not count them. */
  wrong: number;
  hasMore: boolean;
  isError: boolean;
  onRetry: () => void;
};

/** What follows the last row that is shown: nothing more, more to come, or why it does not come. */
export function ListEnd({ loaded, wrong, hasMore, isError, onRetry }: ListEndProps) {
  const t = useTranslations('historyList');
  const tProblem = useTranslations('problem');
  if (isError) {
    return (
      <Notice
        tone="bad"
        icon={CircleAlert}
        role="alert"
        className="m-3 items-center print:hidden [&>svg]:mt-0"
      >
        <span className="flex flex-wrap items-center gap-3">
          {t('moreFailed', { count: loaded })}
          <Button size="sm" onClick={onRetry}>
            {tProblem('retry')}
          </Button>
        </span>
      </Notice>
    );
  }
  if (hasMore) return null;
  return (
    <p
      data-testid="history-end"
      className="border-t border-line px-3 py-4 text-sm text-ink-muted tabular-nums"
    >
      {t('end', { count: loaded })}
      {wrong > 0 && ` ${t('endWrong', { count: wrong })}`}
    </p>
  );
}
