'use client';

import {
  useRef,
  useState,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { late } from './late';
import { LateTrigger } from './late-trigger';
import type { Handlers } from './stand-in';

const tooltipCard = late(() => import('./tooltip-card'));

/** A short label for a control that shows only an icon. Its code is fetched when the pointer or the focus is there. */
export function Tooltip({ label, children }: { label: ReactNode; children: ReactElement }) {
  const code = tooltipCard.useCode();
  const element = useRef<HTMLElement>(null);
  /** What the component library does, once it is here. */
  const lent = useRef<Handlers>({});
  const [isFocused, setFocused] = useState(false);
  const [isNear, setNear] = useState(false);
  const near = () => {
    setNear(true);
    tooltipCard.ask();
  };
  const handlers: Handlers = {
    onPointerEnter: (event: PointerEvent<HTMLElement>) => event.pointerType === 'mouse' && near(),
    onPointerMove: (event) => lent.current.onPointerMove?.(event),
    onPointerLeave: (event) => lent.current.onPointerLeave?.(event),
    onPointerDown: (event) => lent.current.onPointerDown?.(event),
    onClick: (event) => lent.current.onClick?.(event),
    onFocus: (event: FocusEvent<HTMLElement>) => {
      // Once the library is at this control, it hears of the focus itself.
      setFocused(lent.current.onFocus === undefined && event.currentTarget.matches(':focus-visible'));
      near();
      lent.current.onFocus?.(event);
    },
    onBlur: (event) => {
      setFocused(false);
      lent.current.onBlur?.(event);
    },
  };
  return (
    <>
      <LateTrigger element={element} trigger={children} handlers={handlers} />
      {code !== null && isNear && (
        <code.TooltipCard trigger={element} handlersRef={lent} isOpen={isFocused} label={label} />
      )}
    </>
  );
}
