'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { AuditItem } from '@/lib/domain/audit-item';
import { realChanges } from '@/lib/domain/real-changes';
import { useAuditFieldName, useAuditValue } from './use-audit-values';

/** Field by field, what it was and what it is; of what was not there before only what came. */
export function AuditChanges({ changes }: { changes: NonNullable<AuditItem['changes']> }) {
  const t = useTranslations('audit');
  const nameOf = useAuditFieldName();
  const say = useAuditValue();
  const real = realChanges(changes);
  if (real.length === 0) return null;
  return (
    <dl aria-label={t('changes')} className="flex flex-col gap-1 text-sm">
      {real.map(([field, [before, after]]) => (
        <div key={field} className="flex flex-wrap items-baseline gap-x-2">
          <dt className="text-ink-muted">{nameOf(field)}:</dt>
          <dd className="flex min-w-0 flex-wrap items-baseline gap-x-2">
            {before !== null && (
              <>
                <span className="sr-only">{t('before')}</span>
                <del className="wrap-anywhere text-ink-muted">{say(field, before)}</del>
                <ArrowRight className="size-4 shrink-0 self-center text-ink-muted" aria-hidden />
                <span className="sr-only">{t('after')}</span>
              </>
            )}
            <ins className="wrap-anywhere no-underline">{say(field, after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
