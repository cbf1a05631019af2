'use client';

import { Keyboard } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { Tooltip } from '@/components/ui/tooltip';
import { useShortcuts } from './use-shortcuts';

const KEYS = [
  ['search', '/'],
  ['choose', '↑ ↓ Enter'],
  ['ping', 'Enter'],
  ['again', 'R'],
  ['more', '+'],
  ['ticket', 'T'],
  ['whatsapp', 'W'],
  ['reason', '1 … 5'],
  ['anyway', 'P'],
  ['sheet', '?'],
] as const;

export function ShortcutSheet() {
  const t = useTranslations('shortcuts');
  const [open, setOpen] = useState(false);
  useShortcuts({ '?': () => setOpen(true) });
  return (
    <>
      <span className="hidden md:block">
        <Tooltip label={`${t('title')} · ?`}>
          <Button variant="quiet" size="icon" aria-label={t('title')} onClick={() => setOpen(true)}>
            <Keyboard className="size-4" aria-hidden />
          </Button>
        </Tooltip>
      </span>
      <Dialog open={open} onOpenChange={setOpen} title={t('title')} closeLabel={t('close')}>
        <dl className="divide-y divide-line">
          {KEYS.map(([name, keys]) => (
            <div key={name} className="flex items-center justify-between py-2">
              <dt>{t(name)}</dt>
              <dd className="flex gap-1 text-ink-muted">
                {keys.split(' ').map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
