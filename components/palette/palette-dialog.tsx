'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import type { RefObject } from 'react';
import { focusBack } from '@/components/ui/focus-back';
import type { KeySheet } from '@/components/shell/shortcut-keys';
import type { Role } from '@/lib/domain/role';
import { PaletteList } from './palette-list';

type PaletteDialogProps = {
  role: Role;
  /** Whose keys are offered as actions. */
  keys: KeySheet;
  /** What was typed before the field was there. */
  typedAhead: string;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  /** Closes; what is given runs when it has closed. */
  onDone: (run: () => void) => void;
  onClosed: () => void;
  /** Where the focus goes back to; null once somebody went somewhere. */
  before: RefObject<Element | null>;
};

/** The palette itself, which is fetched once the page rests. */
export function PaletteDialog(props: PaletteDialogProps) {
  const { role, keys, typedAhead, isOpen, onOpenChange, onDone, onClosed, before } = props;
  const t = useTranslations('palette');
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            focusBack(event, before);
            onClosed();
          }}
          className="fixed top-[max(12dvh,16px)] left-1/2 z-50 w-[min(640px,calc(100vw-24px))] -translate-x-1/2 animate-rise overflow-hidden rounded border border-line bg-surface shadow-floating"
        >
          <Dialog.Title className="sr-only">{t('title')}</Dialog.Title>
          <PaletteList role={role} keys={keys} typedAhead={typedAhead} onDone={onDone} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
