'use client';

import { Keyboard } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { Tooltip } from '@/components/ui/tooltip';
import { useShortcuts } from './use-shortcuts';

const DESK = [
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

const HISTORY = [
  ['historyText', '/'],
  ['historyFilter', 'F'],
  ['historyRows', 'J K'],
  ['historyOpen', 'Enter'],
  ['historyBack', 'Esc'],
  ['sheet', '?'],
] as const;

const PING = [
  ['search', '/'],
  ['older', 'J'],
  ['newer', 'K'],
  ['ticket', 'T'],
  ['whatsapp', 'W'],
  ['sheet', '?'],
] as const;

/** Works on every page. */
const PALETTE = ['palette', 'Ctrl K'] as const;

const SHEETS = { desk: DESK, history: HISTORY, ping: PING } as const;
export type KeySheet = keyof typeof SHEETS;

export function ShortcutSheet({ keys = 'desk' }: { keys?: KeySheet }) {
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
          {[PALETTE, ...SHEETS[keys]].map(([name, pressed]) => (
            <div key={name} className="flex items-center justify-between py-2">
              <dt>{t(name)}</dt>
              <dd className="flex gap-1 text-ink-muted">
                {pressed.split(' ').map((key) => (
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
