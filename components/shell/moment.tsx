'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Hint } from '@/components/ui/hint';
import { EXACT_MOMENT } from '@/lib/i18n/moments';
import { useAge } from './age';

type MomentProps = {
  at: string;
  /** What is said of the moment; how long ago it was when nothing else is. */
  children?: string;
};

/**
 * A moment that tells its exact time to the pointer, to a finger and to the keyboard. Where it stands in a link or a
 * button, `Age` does, because what that leads to tells it.
 */
export function Moment({ at, children }: MomentProps) {
  const t = useTranslations('age');
  const age = useAge();
  const format = useFormatter();
  const words = children ?? age(at);
  return (
    <Hint
      name={t('exactly', { words })}
      content={<span className="tabular-nums">{format.dateTime(new Date(at), EXACT_MOMENT)}</span>}
      isShort
      data-moment={at}
      className="touch-area underline decoration-current/40 decoration-dotted decoration-1 underline-offset-4 hover:decoration-current print:no-underline"
    >
      <time dateTime={at}>{words}</time>
    </Hint>
  );
}
