'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { Keys } from './keys';
import { EVERYWHERE, SHEETS, type KeyRow, type KeySheet } from './shortcut-keys';

function Rows({ title, rows }: { title: string; rows: readonly KeyRow[] }) {
  const t = useTranslations('shortcuts');
  return (
    <section aria-label={title}>
      <h3 className="text-xs font-semibold text-ink-muted">{title}</h3>
      <dl className="mt-1 divide-y divide-line">
        {rows.map(([name, pressed]) => (
          <div key={name} className="flex items-center justify-between gap-4 py-2">
            <dt>{t(name)}</dt>
            <dd>
              <span className="sr-only">{pressed}</span>
              <Keys pressed={pressed} />
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
