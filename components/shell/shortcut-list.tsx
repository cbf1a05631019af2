'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

const MEASURE = [
  ['ping', 'Enter'],
  ['again', 'R'],
  ['more', '+'],
  ['reason', '1 … 5'],
  ['anyway', 'P'],
  ['ticket', 'T'],
  ['whatsapp', 'W'],
] as const;

const FIND = [
  ['search', '/'],
  ['choose', '↑ ↓ Enter'],
] as const;

const NOTE = ['note', 'Ctrl Enter'] as const;

const DESK = [...FIND, ...MEASURE, NOTE] as const;

const LINE = [...FIND, ...MEASURE, ['strip', '← →'], NOTE] as const;

const HISTORY = [
  ['historyText', '/'],
  ['historyFilter', 'F'],
  ['historyRows', 'J K'],
  ['historyOpen', 'Enter'],
  ['historyBack', 'Esc'],
] as const;

const PING = [...FIND, ['older', 'J'], ['newer', 'K'], ['ticket', 'T'], ['whatsapp', 'W'], NOTE] as const;

const EVERYWHERE = [
  ['palette', 'Ctrl K'],
  ['sheet', '?'],
  ['dismiss', 'Esc'],
] as const;

/** A page without keys of its own shows those that work everywhere. */
const SHEETS = { desk: DESK, line: LINE, history: HISTORY, ping: PING, none: [] } as const;
export type KeySheet = keyof typeof SHEETS;

type Row = (typeof SHEETS)[KeySheet][number] | (typeof EVERYWHERE)[number];

function Rows({ title, rows }: { title: string; rows: readonly Row[] }) {
  const t = useTranslations('shortcuts');
  return (
    <section aria-label={title}>
      <h3 className="text-xs font-semibold text-ink-muted">{title}</h3>
      <dl className="mt-1 divide-y divide-line">
        {rows.map(([name, pressed]) => (
          <div key={name} className="flex items-center justify-between gap-4 py-2">
            <dt>{t(name)}</dt>
            <dd className="flex gap-1 text-ink-muted">
              <span className="sr-only">{pressed}</span>
              {pressed.split(' ').map((key) => (
                <Kbd key={key} className="inline-flex! h-6 min-w-6 px-1">
                  {key}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every key that does something here, and those that do it everywhere. */
export function ShortcutList({ keys, onClose }: { keys: KeySheet; onClose: () => void }) {
  const t = useTranslations('shortcuts');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')} closeLabel={t('close')}>
      <div className="flex flex-col gap-5">
        {SHEETS[keys].length > 0 && <Rows title={t('here')} rows={SHEETS[keys]} />}
        <Rows title={t('everywhere')} rows={EVERYWHERE} />
        <p className="text-xs text-pretty text-ink-muted">{t('hint')}</p>
      </div>
    </Dialog>
  );
}
