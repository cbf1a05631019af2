'use client';

import { Command as CommandIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import type { Role } from '@/lib/domain/role';
import { useIdleImport } from '@/components/ui/use-idle-import';
import { usePaletteKey } from './use-palette-key';

const loadList = () => import('./palette-list');
const PaletteList = dynamic(() => loadList().then((loaded) => loaded.PaletteList), { ssr: false });

/** Ctrl K: any customer, any page and the console's own actions, from wherever one is. */
export function CommandPalette({ role }: { role: Role }) {
  const t = useTranslations('palette');
  const [isOpen, setOpen] = useState(false);
  /** Where the hand was before; null once somebody went somewhere, because there the page says what takes the keyboard. */
  const before = useRef<Element | null>(null);
  const change = (open: boolean) => {
    if (open) before.current = document.activeElement;
    setOpen(open);
  };
  usePaletteKey(isOpen, change);
  useIdleImport(loadList);
  const done = () => {
    before.current = null;
    setOpen(false);
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={change}>
      <span className="hidden md:block">
        <Tooltip label={`${t('title')} · Ctrl K`}>
          <Button variant="quiet" size="icon" aria-label={t('title')} onClick={() => change(true)}>
            <CommandIcon className="size-4" aria-hidden />
          </Button>
        </Tooltip>
      </span>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before.current instanceof HTMLElement) before.current.focus();
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
