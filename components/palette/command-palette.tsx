'use client';

import { Command as CommandIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import type { Role } from '@/lib/domain/role';
import { PaletteList } from './palette-list';
import { usePaletteKey } from './use-palette-key';

/** Ctrl K: any customer, any page and the console's own actions, from wherever one is. */
export function CommandPalette({ role }: { role: Role }) {
  const t = useTranslations('palette');
  const [isOpen, setOpen] = useState(false);
  const isDone = useRef(false);
  usePaletteKey(isOpen, setOpen);
  const done = () => {
    isDone.current = true;
    setOpen(false);
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <span className="hidden md:block">
        <Tooltip label={`${t('title')} · Ctrl K`}>
          <Button variant="quiet" size="icon" aria-label={t('title')} onClick={() => setOpen(true)}>
            <CommandIcon className="size-4" aria-hidden />
          </Button>
        </Tooltip>
      </span>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            // Whoever went somewhere is there now: the page says what takes the keyboard.
            if (isDone.current) event.preventDefault();
            isDone.current = false;
          }}
          className="fixed top-[max(12dvh,16px)] left-1/2 z-50 w-[min(640px,calc(100vw-24px))] -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-surface shadow-floating"
        >
          <Dialog.Title className="sr-only">{t('title')}</Dialog.Title>
          <PaletteList role={role} onDone={done} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
