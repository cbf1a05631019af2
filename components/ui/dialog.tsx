'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button';
import { classNames } from './class-names';

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Null for a dialog that can only be answered. */
  closeLabel: string | null;
  /** True when the page behind must not be read meanwhile. */
  hidesPage?: boolean;
  children: ReactNode;
};

export function Dialog({ open, onOpenChange, title, closeLabel, hidesPage = false, children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay
          className={classNames('fixed inset-0 z-40 bg-overlay', hidesPage && 'backdrop-blur-md')}
        />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed top-1/2 left-1/2 z-50 max-h-[85dvh] w-[min(440px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-lg border border-line bg-surface p-6 shadow-floating"
        >
          <div className="mb-4 flex items-center justify-between">
            <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
            {closeLabel !== null && (
              <Radix.Close asChild>
                <Button variant="quiet" size="icon" aria-label={closeLabel} className="-mr-2">
                  <X className="size-4" aria-hidden />
                </Button>
              </Radix.Close>
            )}
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
