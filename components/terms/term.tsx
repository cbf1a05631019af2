'use client';

import { useTranslations } from 'next-intl';
import { Hint } from '@/components/ui/hint';
import { late } from '@/components/ui/late';
import type { TermName } from './term-names';

const termText = late(() => import('./term-text'));

type TermProps = {
  name: TermName;
  /** The words on the page, which stay as they are. */
  children: string;
  /** A second term that belongs to this one. */
  also?: TermName;
  /** What holds here and now, such as the interval of this very loss. */
  now?: string | undefined;
};

/** A word of the trade that explains itself: what it is, how it is reckoned, and where the rule comes from. */
export function Term({ name, children, also, now }: TermProps) {
  const t = useTranslations('terms');
  const code = termText.useCode();
  return (
    <Hint
      name={t('what', { term: children })}
      content={code && <code.TermText name={name} title={children} also={also} now={now} />}
      onNear={termText.ask}
      data-term={name}
      className="touch-area underline decoration-current/40 decoration-dotted decoration-1 underline-offset-4 hover:decoration-current print:no-underline"
    >
      {children}
    </Hint>
  );
}
