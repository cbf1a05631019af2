'use client';

import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

type PopoverProps = {
  trigger: ReactNode;
  children: ReactNode;
  label: string;
  /** For a popover that what it holds can close. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  /** Instead of the room of an explanation. */
  className?: string;
};

/** Something that opens on a click, a tap or Enter: it stays readable on a phone, unlike a tooltip. */
export function Popover({ trigger, children, label, open, onOpenChange, align, className }: PopoverProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
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
