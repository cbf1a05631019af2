'use client';

import { Popover as Radix } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { classNames } from './class-names';
import { StandIn } from './stand-in';

type PopoverCardProps = {
  trigger: RefObject<HTMLElement | null>;
  id: string;
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  className?: string;
  children: ReactNode;
};

/** The part of a popover that the component library makes. */
export function PopoverCard({
  trigger,
  id,
  label,
  open,
  onOpenChange,
  align,
  className,
  children,
}: PopoverCardProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <StandIn of={trigger} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          id={id}
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className={classNames(
            'z-50 max-w-[calc(100vw-24px)] animate-rise rounded border border-line bg-surface text-sm text-ink shadow-floating',
            className ?? 'w-80 p-4',
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
