'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useRef, type ReactNode } from 'react';
import { Button } from './button';
import { classNames } from './class-names';
import { focusBack } from './focus-back';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Null for a dialog that can only be answered. */
  closeLabel: string | null;
  /** True when the page behind must not be read meanwhile. */
  hidesPage?: boolean;
  children: ReactNode;
};

const FIELD = 'input:not([type=checkbox], [type=radio], [readonly]), textarea, select';

/** The hand goes to what the dialog names as next, or to its first field; without either to the way out. */
function focusNext(event: Event): void {
  const card = event.currentTarget;
  if (!(card instanceof HTMLElement)) return;
  const next = card.querySelector<HTMLElement>('[data-next]') ?? card.querySelector<HTMLElement>(FIELD);
  if (next === null) return;
  event.preventDefault();
  next.focus();
}

/** The part of a dialog that the component library makes. */
export function DialogCard({
  open,
  onOpenChange,
  title,
  closeLabel,
  hidesPage = false,
  children,
}: DialogProps) {
  const before = useRef<Element | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay
          className={classNames(
            'fixed inset-0 z-40 animate-fade bg-overlay',
            hidesPage && 'backdrop-blur-md',
          )}
        />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            before.current = document.activeElement;
            focusNext(event);
          }}
          onCloseAutoFocus={(event) => focusBack(event, before)}
          className="fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-32px)] w-[min(440px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 animate-rise overflow-y-auto rounded border border-line bg-surface p-6 shadow-floating"
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
