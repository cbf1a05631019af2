'use client';

import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { classNames } from './class-names';
import { late } from './late';

const OPENS_AFTER_MS = 250;
/** Long enough to reach what has opened with the pointer. */
const CLOSES_AFTER_MS = 200;

type HintProps = {
  /** What it is called by who does not see it; contains the words that are seen. */
  name: string;
  /** What opens. It is rendered only then. */
  content: ReactNode;
  children: ReactNode;
  className?: string;
  /** True for a few words, whose card is as wide as they are. */
  isShort?: boolean;
  /** Told that it may open soon, so that what it needs can be fetched. */
  onNear?: () => void;
  'data-term'?: string;
  'data-remark'?: string;
  'data-moment'?: string;
};

const hintCard = late(() => import('./hint-card'));

/**
 * Words that explain themselves: the pointer resting on them opens the explanation, and so does a click, a tap, Enter or
 * Space, after which it stays. The focus stays where it is and no key is taken but Escape; the card is fetched at need.
 */
export function Hint({ name, content, children, className, isShort = false, onNear, ...marks }: HintProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [state, setState] = useState<'closed' | 'hovered' | 'pinned'>('closed');
  const code = hintCard.useCode();
  const isShown = code !== null && state !== 'closed';
  useEffect(() => () => clearTimeout(timer.current), []);
  const fetchCard = () => {
    onNear?.();
    hintCard.ask();
  };
  const later = (afterMs: number, from: typeof state, to: typeof state) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState((now) => (now === from ? to : now)), afterMs);
  };
  const enter = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse') return;
    fetchCard();
    later(OPENS_AFTER_MS, 'closed', 'hovered');
  };
  const leave = () => later(CLOSES_AFTER_MS, 'hovered', 'closed');
  const press = () => {
    clearTimeout(timer.current);
    fetchCard();
    setState(isShown && state === 'pinned' ? 'closed' : 'pinned');
  };
  return (
    <>
      <button
        ref={trigger}
        type="button"
        aria-label={name}
        aria-expanded={isShown}
        onPointerEnter={enter}
        onPointerLeave={leave}
        onFocus={fetchCard}
        onClick={press}
        className={classNames('cursor-help rounded-sm text-left', className)}
        {...marks}
      >
        {children}
      </button>
      {isShown && (
        <code.HintCard
          anchor={trigger}
          name={name}
          isShort={isShort}
          speaks={state === 'pinned'}
          onEnter={() => clearTimeout(timer.current)}
          onLeave={leave}
          onClose={() => setState('closed')}
        >
          {content}
        </code.HintCard>
      )}
    </>
  );
}
