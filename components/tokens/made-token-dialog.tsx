'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { OneTimeValue } from '@/components/ui/one-time-value';
import type { MadeToken } from '@/lib/domain/api-token';

/** The one time that a token is shown. It closes only by the button that says it is kept. */
export function MadeTokenDialog({ made, onClose }: { made: MadeToken; onClose: () => void }) {
  const t = useTranslations('tokens');
  const words = { label: t('secret'), copy: t('copy'), copied: t('copied'), close: t('close') };
  return (
    <Dialog open onOpenChange={() => {}} title={t('madeTitle', { name: made.name })} closeLabel={null}>
      <div className="flex flex-col gap-4">
        <p className="text-pretty">{t('madeHint')}</p>
        <OneTimeValue value={made.token} testId="made-token" words={words} onClose={onClose}>
          <p className="text-sm text-ink-muted">
            {t('use')}
            <code className="mt-1 block rounded bg-sunken px-3 py-2 text-xs wrap-anywhere text-ink">
              Authorization: Bearer pulso_…{made.hint}
            </code>
          </p>
        </OneTimeValue>
      </div>
    </Dialog>
  );
}
