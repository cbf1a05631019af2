'use client';

import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { late } from './late';
import { LateTrigger } from './late-trigger';
import { useIdleImport } from './use-idle-import';

const loadCard = () => import('./popover-card');
const popoverCard = late(loadCard);

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
  const code = popoverCard.useCode();
  const element = useRef<HTMLElement>(null);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const open = isAsked ?? isOpen;
  useIdleImport(loadCard);
  // A key of the page opens it too, and then nothing came near before.
  useEffect(() => {
    if (open) popoverCard.ask();
  }, [open]);
  const change = (next: boolean) => {
    setOpen(next);
    onOpenChange?.(next);
  };
  const handlers = {
    onPointerEnter: () => popoverCard.ask(),
    onFocus: () => popoverCard.ask(),
    onClick: () => popoverCard.ask(() => change(!open)),
  };
  const marks = {
    'aria-haspopup': 'dialog',
    'aria-expanded': open,
    'aria-controls': open ? id : undefined,
    'data-state': open ? 'open' : 'closed',
  } as const;
  return (
    <>
      <LateTrigger element={element} trigger={trigger} marks={marks} handlers={handlers} />
      {code !== null && (
        <code.PopoverCard trigger={element} id={id} open={open} onOpenChange={change} {...look}>
          {children}
        </code.PopoverCard>
      )}
    </>
  );
}
