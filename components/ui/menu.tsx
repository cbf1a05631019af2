'use client';

import { Check } from 'lucide-react';
import Link from 'next/link';
import {
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  type SyntheticEvent,
} from 'react';
import { late } from './late';
import { LateTrigger } from './late-trigger';
import { useMenuParts } from './menu-parts';

const ITEM =
  'touch-row flex h-9 cursor-pointer items-center gap-2 rounded-sm px-2 text-sm outline-none select-none data-disabled:opacity-55 data-highlighted:bg-sunken';

const menuCard = late(() => import('./menu-card'));

const OPENING_KEYS = ['Enter', ' ', 'ArrowDown'];

type MenuProps = { trigger: ReactElement; children: ReactNode; label: string };

/** What opens has its code fetched when the pointer or the focus comes near; a press before that is not lost. */
export function Menu({ trigger, children, label }: MenuProps) {
  const code = menuCard.useCode();
  const element = useRef<HTMLElement>(null);
  const id = useId();
  const [open, setOpen] = useState(false);
  const [isByKey, setByKey] = useState(false);
  const press = (event: SyntheticEvent, key: string | null) => {
    // The press is used up here: it neither takes the focus from what opens, nor clicks once more.
    if (!open || key !== null) event.preventDefault();
    setByKey(key !== null && code === null);
    // Whoever presses again while the code is on its way wants it open, and not closed again.
    menuCard.ask(() => setOpen((isOpen) => code === null || key === 'ArrowDown' || !isOpen));
  };
  const handlers = {
    onPointerEnter: () => menuCard.ask(),
    onFocus: () => menuCard.ask(),
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0 && !event.ctrlKey) press(event, null);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (OPENING_KEYS.includes(event.key)) press(event, event.key);
    },
  };
  const card = { trigger: element, id, label, open, onOpenChange: setOpen, isByKey };
  return (
    <>
      <LateTrigger
        element={element}
        trigger={trigger}
        opens={{ kind: 'menu', id, open }}
        handlers={handlers}
      />
      {code !== null && <code.MenuCard {...card}>{children}</code.MenuCard>}
    </>
  );
}

type MenuItemProps = { children: ReactNode; onSelect: () => void; disabled?: boolean };

export function MenuItem({ children, onSelect, disabled }: MenuItemProps) {
  const { Item } = useMenuParts();
  return (
    <Item className={ITEM} onSelect={onSelect} disabled={disabled}>
      {children}
    </Item>
  );
}

/** An item that leads to another page. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  const { Item } = useMenuParts();
  return (
    <Item asChild className={ITEM}>
      <Link href={href}>{children}</Link>
    </Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const { Label } = useMenuParts();
  return <Label className="px-2 py-1 text-xs text-ink-muted">{children}</Label>;
}

export function MenuSeparator() {
  const { Separator } = useMenuParts();
  return <Separator className="my-1 h-px bg-line" />;
}

type Choice = { value: string; label: string };

/** One choice of several, with a tick at the one in force. */
export function MenuChoices({
  value,
  choices,
  onChange,
}: {
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
}) {
  const { RadioGroup, RadioItem, ItemIndicator } = useMenuParts();
  return (
    <RadioGroup value={value} onValueChange={onChange}>
      {choices.map((choice) => (
        <RadioItem key={choice.value} value={choice.value} className={ITEM}>
          <span className="flex size-4 items-center">
            <ItemIndicator>
              <Check className="size-4" aria-hidden />
            </ItemIndicator>
          </span>
          {choice.label}
        </RadioItem>
      ))}
    </RadioGroup>
  );
}
