'use client';

import { Tooltip as Radix } from 'radix-ui';
import { useCallback, useEffect, useState, type ReactNode, type RefObject } from 'react';
import { StandIn, type Handlers } from './stand-in';

const DELAY_MS = 300;

type TooltipCardProps = {
  trigger: RefObject<HTMLElement | null>;
  handlersRef: RefObject<Handlers>;
  /** True when the focus was there before the tooltip could know of it. */
  isOpen: boolean;
  label: ReactNode;
};

/** A pointer that was there before the tooltip, and does not move any more, is one that the library hears nothing of. */
function useRestingPointer(trigger: RefObject<HTMLElement | null>, onRest: () => void): void {
  useEffect(() => {
    const element = trigger.current;
    const timer = setTimeout(() => {
      if (element?.matches(':hover')) onRest();
    }, DELAY_MS);
    const cancel = () => clearTimeout(timer);
    element?.addEventListener('pointerdown', cancel);
    return () => {
      cancel();
      element?.removeEventListener('pointerdown', cancel);
    };
  }, [trigger, onRest]);
}

/** The part of a tooltip that the component library makes. */
export function TooltipCard({ trigger, handlersRef, isOpen, label }: TooltipCardProps) {
  const [open, setOpen] = useState(isOpen);
  const show = useCallback(() => setOpen(true), []);
  useRestingPointer(trigger, show);
  return (
    <Radix.Provider delayDuration={DELAY_MS}>
      <Radix.Root open={open} onOpenChange={setOpen}>
        <Radix.Trigger asChild>
          <StandIn of={trigger} handlersRef={handlersRef} />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-72 animate-rise rounded bg-ink px-2 py-1 text-xs text-canvas shadow-floating"
          >
            {label}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
