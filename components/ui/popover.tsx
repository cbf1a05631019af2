'use client';

import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

/** An explanation that opens on a click, a tap or Enter: it stays readable on a phone, unlike a tooltip. */
export function Popover({
  trigger,
  children,
  label,
}: {
  trigger: ReactNode;
  children: ReactNode;
  label: string;
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          sideOffset={6}
          collisionPadding={12}
          className="z-50 w-80 max-w-[calc(100vw-24px)] animate-rise rounded border border-line bg-surface p-4 text-sm text-ink shadow-floating"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
