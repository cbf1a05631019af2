'use client';

import { useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { late } from './late';
import { LateTrigger } from './late-trigger';
import { useIdleImport } from './use-idle-import';

const popoverCard = late(() => import('./popover-card'));

type PopoverProps = {
  trigger: ReactElement;
  children: ReactNode;
  label: string;
  /** For a popover that what it holds can close. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  /** Instead of the room of an explanation. */
  className?: string;
};

/**
 * Something that opens on a click, a tap or Enter: it stays readable on a phone, unlike a tooltip. Its code is fetched
 * when the page rests, or the pointer or the focus comes near before.
 */
export function Popover({ trigger, children, open: isAsked, onOpenChange, ...look }: PopoverProps) {
  const element = useRef<HTMLElement>(null);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const open = isAsked ?? isOpen;
  // A key of the page opens it too, and then nothing came near before.
  const code = popoverCard.useDue(open);
  useIdleImport(popoverCard.fetch);
  const change = (next: boolean) => {
    setOpen(next);
    onOpenChange?.(next);
  };
  const handlers = {
    onPointerEnter: () => popoverCard.ask(),
    onFocus: () => popoverCard.ask(),
    onClick: () => popoverCard.ask(() => change(!open)),
  };
  return (
    <>
      <LateTrigger
        element={element}
        trigger={trigger}
        opens={{ kind: 'dialog', id, open }}
        handlers={handlers}
      />
      {code !== null && (
        <code.PopoverCard trigger={element} id={id} open={open} onOpenChange={change} {...look}>
          {children}
        </code.PopoverCard>
      )}
    </>
  );
}
