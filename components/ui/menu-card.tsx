'use client';

import { DropdownMenu } from 'radix-ui';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { MenuParts } from './menu-parts';
import { StandIn } from './stand-in';

type MenuCardProps = {
  trigger: RefObject<HTMLElement | null>;
  id: string;
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** True when the key that opens it was pressed before the menu could hear keys. */
  isByKey: boolean;
  children: ReactNode;
};

/** Somebody who opens a menu by a key is on its first item. */
function FirstItem({ card }: { card: RefObject<HTMLElement | null> }): null {
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      card.current?.querySelector<HTMLElement>('[role^=menuitem]:not([data-disabled])')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [card]);
  return null;
}

/** The part of a menu that the component library makes. */
export function MenuCard({ trigger, id, label, open, onOpenChange, isByKey, children }: MenuCardProps) {
  const card = useRef<HTMLDivElement>(null);
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger asChild>
        <StandIn of={trigger} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          ref={card}
          id={id}
          aria-labelledby={undefined}
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-48 animate-rise rounded border border-line bg-surface p-1 text-ink shadow-floating"
        >
          <MenuParts value={DropdownMenu}>{children}</MenuParts>
          {isByKey && <FirstItem card={card} />}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
