'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { AuditFilter } from '@/lib/domain/audit-filter';
import type { AuditItem } from '@/lib/domain/audit-item';
import { auditQuery } from '@/lib/queries/audit';
import { AuditEntry } from './audit-entry';

/** The rows under the day they belong to, in the order in which they came. */
function byDay(items: readonly AuditItem[], dayOf: (at: string) => string) {
  const days: { day: string; items: AuditItem[] }[] = [];
  for (const item of items) {
    const day = dayOf(item.at);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}

type AuditListProps = { filter: AuditFilter; onTarget: (target: string) => void };

/** What happened, the newest first, day by day. */
export function AuditList({ filter, onTarget }: AuditListProps) {
  const t = useTranslations('audit');
  const tProblem = useTranslations('problem');
  const format = useFormatter();
  const trail = useInfiniteQuery(auditQuery(filter));
  const items = trail.data?.pages.flatMap((page) => page.items);
  const days = byDay(items ?? [], (at) => format.dateTime(new Date(at), { dateStyle: 'full' }));
  if (!items) {
    return trail.isError ? (
      <Notice tone="bad" icon={CircleAlert} role="alert">
        {tProblem('load')}
      </Notice>
    ) : (
      <SkeletonRows rows={10} row="h-12 border-b border-line" />
    );
  }
  return (
    <section aria-label={t('list')} data-testid="audit" className="flex flex-col gap-6">
      {items.length === 0 && <p className="text-ink-muted">{t('empty')}</p>}
      {days.map((group) => (
        <div key={group.day}>
          <h2 className="border-b border-line pb-2 text-sm font-semibold first-letter:uppercase">
            {group.day}
          </h2>
          <ul>
            {group.items.map((item) => (
              <AuditEntry key={item.entry_id} item={item} onTarget={onTarget} />
            ))}
          </ul>
        </div>
      ))}
      {trail.isFetchNextPageError && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {t('moreFailed')}
        </Notice>
      )}
      {trail.hasNextPage ? (
        <Button
          className="self-start"
          disabled={trail.isFetchingNextPage}
          onClick={() => void trail.fetchNextPage()}
        >
          {t('more')}
        </Button>
      ) : (
        items.length > 0 && <p className="text-sm text-ink-muted">{t('end')}</p>
      )}
    </section>
  );
}
