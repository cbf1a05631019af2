'use client';

import { Keyboard } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import { late } from '@/components/ui/late';
import { useIdleImport } from '@/components/ui/use-idle-import';
import type { KeySheet } from './shortcut-keys';
import { useShortcuts } from './use-shortcuts';

const shortcutList = late(() => import('./shortcut-list'));

/** The keys of this page, behind `?` and a button for who has no such key. */
export function ShortcutSheet({ keys }: { keys: KeySheet }) {
  const t = useTranslations('shortcuts');
  const [open, setOpen] = useState(false);
  const list = shortcutList.useCode();
  // Without a connection nothing opens, and the next press asks again.
  const show = () => shortcutList.ask(() => setOpen(true));
  useShortcuts({ '?': show });
  useIdleImport(shortcutList.fetch);
  return (
    <>
      <span className="hidden md:block">
        <Tooltip label={`${t('title')} · ?`}>
          <Button variant="quiet" size="icon" aria-label={t('title')} onClick={show}>
            <Keyboard className="size-4" aria-hidden />
          </Button>
        </Tooltip>
      </span>
      {open && list !== null && <list.ShortcutList keys={keys} onClose={() => setOpen(false)} />}
    </>
  );
}
