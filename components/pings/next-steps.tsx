'use client';

import { useTranslations } from 'next-intl';
import type { Advice, Visit } from '@/lib/domain/advice';

export const STEPS = ['step1', 'step2', 'step3', 'step4'] as const;
export type Step = (typeof STEPS)[number];

const VISITS = { yes: 'visitYes', maybe: 'visitMaybe', no: 'visitNo' } as const satisfies Record<
  Visit,
  string
>;

/** The texts of the steps of an advice, in order. */
export function useStepTexts(): (advice: Advice) => { step: Step; text: string }[] {
  const t = useTranslations('advice');
  // Some advice has three steps; its type knows no fourth key, so the key is put together here.
  const text = (key: string) => t(key as Parameters<typeof t>[0]);
  return (advice) =>
    STEPS.slice(0, advice.steps).map((step) => ({ step, text: text(`${advice.key}.${step}`) }));
}

type NextStepsProps = {
  advice: Advice;
  done: ReadonlySet<Step>;
  onDone: (step: Step, done: boolean) => void;
};

/** What to check, in order, to tick off; what to say; and whether to send somebody. */
export function NextSteps({ advice, done, onDone }: NextStepsProps) {
  const t = useTranslations('nextStep');
  const tAdvice = useTranslations('advice');
  const steps = useStepTexts()(advice);
  return (
    <section
      aria-label={t('title')}
      className="flex w-full flex-col gap-3 rounded border border-line p-4"
      data-testid="next-steps"
      data-advice={advice.key}
      data-visit={advice.visit}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-sm font-semibold">{t('title')}</h2>
        <span className="text-xs text-ink-muted">{t(VISITS[advice.visit])}</span>
      </div>
      <ul className="flex flex-col gap-2">
        {steps.map(({ step, text }) => (
          <li key={step}>
            <label className="flex cursor-pointer items-start gap-2 text-sm pointer-coarse:py-2">
              <input
                type="checkbox"
                checked={done.has(step)}
                onChange={(event) => onDone(step, event.target.checked)}
                className="mt-0.5 size-4 shrink-0 accent-(--brand) pointer-coarse:-mt-0 pointer-coarse:size-5"
              />
              <span className={done.has(step) ? 'text-ink-muted line-through' : ''}>{text}</span>
            </label>
          </li>
        ))}
      </ul>
      <p className="border-l-2 border-line pl-3 text-sm text-ink-muted">
        <span className="block text-xs">{t('tell')}</span>
        {tAdvice(`${advice.key}.tell`)}
      </p>
    </section>
  );
}
