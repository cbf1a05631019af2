'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Term } from '@/components/terms/term';
import type { TermName } from '@/components/terms/term-names';
import type { Judgement } from '@/lib/domain/status-signs';
import { LevelIcon } from './level-icon';

type SignProps = {
  name: string;
  label: string;
  /** What the label stands for, where that has to be explained. */
  term?: TermName;
  judgement: Judgement;
  /** What is known now, short. */
  children: ReactNode;
  /** A line of figures below. */
  detail?: ReactNode;
};

/** One sign: how it is, what it is, and below it what to do when it is not good. */
export function Sign({ name, label, term, judgement, children, detail }: SignProps) {
  const t = useTranslations('statusAdvice');
  const { level, advice } = judgement;
  return (
    <li className="flex gap-3 py-2" data-sign={name} data-level={level}>
      <LevelIcon level={level} className="mt-0.5" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-medium">{term ? <Term name={term}>{label}</Term> : label}</span>
          <span className="text-ink-muted tabular-nums">{children}</span>
        </div>
        {detail}
        {advice !== null && (
          <p className="rounded bg-sunken px-3 py-2 text-sm text-pretty text-ink" data-testid="advice">
            {t(advice)}
          </p>
        )}
      </div>
    </li>
  );
}

/** Signs that belong together. */
export function SignGroup({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="border-b border-line pb-2 text-base font-semibold">{title}</h2>
      {hint !== undefined && <p className="pt-2 text-xs text-ink-muted">{hint}</p>}
      <ul className="flex flex-col divide-y divide-line">{children}</ul>
    </section>
  );
}
