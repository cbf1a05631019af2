'use client';

import { CircleX, Filter, ShieldX } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { Tooltip } from '@/components/ui/tooltip';
import type { AuditItem } from '@/lib/domain/audit-item';
import { EXACT_TIME, PROVEN_MOMENT } from '@/lib/i18n/moments';
import { AuditChanges } from './audit-changes';
import { AuditSentence } from './audit-sentence';
import { useAuditNames } from './use-audit-names';

const OUTCOMES = { refused: ShieldX, failed: CircleX } as const;

function OutcomeTag({ outcome }: { outcome: keyof typeof OUTCOMES }) {
  const t = useTranslations('audit');
  const Icon = OUTCOMES[outcome];
  return (
    <Tag tone="unknown">
      <Icon className="size-4" aria-hidden />
      {t(outcome)}
    </Tag>
  );
}

type AuditEntryProps = { item: AuditItem; onTarget: (target: string) => void };

/** One row of the trail: when, the sentence, what changed, and from where. */
export function AuditEntry({ item, onTarget }: AuditEntryProps) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const name = useAuditNames();
  const { at, target, outcome, changes, address } = item;
  const date = new Date(at);
  const about = target && t('onlyThis', { target: name.target(target) });
  return (
    <li
      className="group flex flex-wrap gap-x-4 gap-y-1 border-b border-line py-3 sm:flex-nowrap"
      data-testid="audit-entry"
      data-action={item.action}
      data-outcome={outcome}
    >
      <time
        dateTime={at}
        title={format.dateTime(date, PROVEN_MOMENT)}
        className="w-16 shrink-0 text-sm leading-6 text-ink-muted tabular-nums"
      >
        {format.dateTime(date, EXACT_TIME)}
      </time>
      <div className="flex min-w-0 flex-1 basis-full flex-col gap-1 sm:basis-0">
        <p className="leading-6 wrap-anywhere">
          <AuditSentence item={item} />
        </p>
        {changes !== null && <AuditChanges changes={changes} />}
      </div>
      <div className="flex shrink-0 flex-wrap items-start gap-x-2 gap-y-1 max-sm:w-full">
        {outcome !== 'done' && <OutcomeTag outcome={outcome} />}
        {address !== null && (
          <span
            className="text-xs leading-6 text-ink-muted tabular-nums"
            title={item.user_agent ?? undefined}
          >
            {t('fromAddress', { address })}
          </span>
        )}
        {target !== null && about !== null && (
          <Tooltip label={about}>
            <Button
              variant="quiet"
              size="icon"
              aria-label={about}
              onClick={() => onTarget(`${target.kind}:${target.id}`)}
              className="-my-2 max-sm:ml-auto"
            >
              <Filter className="size-4" aria-hidden />
            </Button>
          </Tooltip>
        )}
      </div>
    </li>
  );
}
