'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import type { AuditItem } from '@/lib/domain/audit-item';
import { targetPage, useAuditNames } from './use-audit-names';

// Stand in the sentence where a name goes, so that the name can be more than text. No name holds them.
const WHO = '\u0001';
const TARGET = '\u0002';

/** The words of a row, with marks where the names go. */
function useWords({ actor, action, outcome, target }: AuditItem): string {
  const t = useTranslations('auditSentence');
  const tAction = useTranslations('auditAction');
  const names = { who: WHO, target: TARGET };
  if (outcome === 'done' || action === 'permission') {
    const isEnd = action === 'import_take_over' && actor.kind === 'system';
    return isEnd ? t('import_take_over_end', names) : t(action, names);
  }
  const what = { who: WHO, action: tAction(action) };
  return target === null ? t('triedAlone', what) : t('tried', { ...what, target: TARGET });
}

/** Who did what to what, as a sentence; what was acted upon leads to its page. */
export function AuditSentence({ item }: { item: AuditItem }) {
  const name = useAuditNames();
  const words = useWords(item);
  const { actor, target } = item;
  const who = <strong className="font-semibold">{name.actor(actor)}</strong>;
  const page = target && targetPage(target);
  const what: ReactNode =
    target === null ? (
      name.actor(actor)
    ) : page === null ? (
      <span className="font-medium">{name.target(target)}</span>
    ) : (
      <Link
        href={page}
        prefetch={false}
        className="rounded-sm font-medium text-brand-ink underline-offset-4 hover:underline"
      >
        {name.target(target)}
      </Link>
    );
  const marks: Partial<Record<string, ReactNode>> = { [WHO]: who, [TARGET]: what };
  return words.split(/([\u0001\u0002])/).map((part, place) => (
    // The parts of one sentence never change their places.
    <Fragment key={place}>{marks[part] ?? part}</Fragment>
  ));
}
