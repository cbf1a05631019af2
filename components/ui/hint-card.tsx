'use client';

import { Popover as Radix } from 'radix-ui';
import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import { classNames } from './class-names';

type HintCardProps = {
  anchor: RefObject<HTMLButtonElement | null>;
  name: string;
  isShort: boolean;
  /** Whether it is read out: somebody asked for it, and not the pointer alone. */
  speaks: boolean;
  onEnter: () => void;
  onLeave: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** The text of what is shown, once it is there, for who hears it. */
function useSpoken(speaks: boolean) {
  // The card is put on the page a moment after this has been rendered.
  const [node, shown] = useState<HTMLDivElement | null>(null);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (!speaks || node === null) return;
    const tell = () => setSpoken(node.innerText);
    // The text may arrive after the card, which is fetched at need.
    const observer = new MutationObserver(tell);
    observer.observe(node, { childList: true, subtree: true });
    const first = requestAnimationFrame(tell);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(first);
    };
  }, [speaks, node]);
  return { shown, spoken };
}

/** The open part of a hint. It is a note and no dialog: the keys of the page go on working, and nothing takes the focus. */
export function HintCard({
  anchor,
  name,
  isShort,
  speaks,
  onEnter,
  onLeave,
  onClose,
  children,
}: HintCardProps) {
  const { shown, spoken } = useSpoken(speaks);
  const isAnchor = (target: EventTarget | null) =>
    target instanceof Node && anchor.current?.contains(target) === true;
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Anchor virtualRef={anchor as RefObject<HTMLButtonElement>} />
      <Radix.Portal>
        <Radix.Content
          role="note"
          aria-label={name}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          // The trigger closes what it has opened; closing here too would open it again.
          onInteractOutside={(event) => isAnchor(event.target) && event.preventDefault()}
          onFocusOutside={(event) => isAnchor(event.target) && event.preventDefault()}
          onPointerEnter={onEnter}
          onPointerLeave={onLeave}
          className={classNames(
            'z-50 max-w-[calc(100vw-24px)] animate-rise rounded border border-line bg-surface text-sm text-ink shadow-floating print:hidden',
            isShort ? 'px-3 py-2' : 'w-80 p-4',
          )}
        >
          <div ref={shown}>{children}</div>
        </Radix.Content>
      </Radix.Portal>
      <span role="status" className="sr-only">
        {spoken}
      </span>
    </Radix.Root>
  );
}
