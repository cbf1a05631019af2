'use client';

import { Command as CommandIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import type { KeySheet } from '@/components/shell/shortcut-keys';
import type { Role } from '@/lib/domain/role';
import { late } from '@/components/ui/late';
import { useIdleImport } from '@/components/ui/use-idle-import';
import { useTypedAhead } from '@/components/ui/use-typed-ahead';
import { usePaletteKey } from './use-palette-key';

const paletteDialog = late(() => import('./palette-dialog'));

/** Ctrl K: any customer, any page and the console's own actions, from wherever one is. */
export function CommandPalette({ role, keys }: { role: Role; keys: KeySheet }) {
  const t = useTranslations('palette');
  const [isOpen, setOpen] = useState(false);
  /** Its code waits for the first time; afterwards it stays, so that it can see itself close. */
  const [wasAsked, setAsked] = useState(false);
  /** Where the hand was before; null once somebody went somewhere, because there the page says what takes the keyboard. */
  const before = useRef<Element | null>(null);
  /** What was chosen, for when the page behind has the keyboard again. */
  const after = useRef<(() => void) | null>(null);
  const code = paletteDialog.useCode();
  const change = (open: boolean) => {
    setOpen(open);
    if (!open) return;
    before.current = document.activeElement;
    setAsked(true);
    // Without a connection nothing opens, and the next press asks again.
    paletteDialog.fetch().catch(() => setOpen(false));
  };
  const typedAhead = useTypedAhead(isOpen, () => setOpen(false));
  usePaletteKey(isOpen, change);
  useIdleImport(paletteDialog.fetch);
  const done = (run: () => void) => {
    before.current = null;
    after.current = run;
    setOpen(false);
  };
  const closed = () => {
    after.current?.();
    after.current = null;
  };
  return (
    <>
      <span className="hidden md:block">
        <Tooltip label={`${t('title')} · Ctrl K`}>
          <Button variant="quiet" size="icon" aria-label={t('title')} onClick={() => change(true)}>
            <CommandIcon className="size-4" aria-hidden />
          </Button>
        </Tooltip>
      </span>
      {wasAsked && code !== null && (
        <code.PaletteDialog
          role={role}
          keys={keys}
          typedAhead={typedAhead}
          isOpen={isOpen}
          onOpenChange={change}
          onDone={done}
          onClosed={closed}
          before={before}
        />
      )}
    </>
  );
}
