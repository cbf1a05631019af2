'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useOnlySso } from '@/components/sign-in/sign-in-ways';
import { Dialog } from '@/components/ui/dialog';
import { OneTimeValue } from '@/components/ui/one-time-value';
import type { MadeLink } from '@/lib/domain/account';
import { TIME } from '@/lib/i18n/moments';

/** The one time that a link is shown. */
export function LinkDialog({ made, onClose }: { made: MadeLink; onClose: () => void }) {
  const t = useTranslations('users');
  const format = useFormatter();
  const sso = useOnlySso();
  const { user, link } = made;
  const text = { name: user.name, time: format.dateTime(new Date(link.ends_at), TIME) };
  const words = { label: t('link'), copy: t('copy'), copied: t('copied'), close: t('done') };
  return (
    <Dialog open onOpenChange={onClose} title={t('linkTitle', { name: user.name })} closeLabel={t('close')}>
      <div className="flex flex-col gap-4">
        <p className="text-pretty">
          {sso !== null
            ? t('inviteSsoText', { name: user.name, email: user.email, sso })
            : t(link.kind === 'invite' ? 'inviteText' : 'resetText', text)}
        </p>
        <OneTimeValue value={link.url} testId="link" words={words} onClose={onClose}>
          {sso === null && <p className="text-sm text-pretty text-ink-muted">{t('linkOnce')}</p>}
        </OneTimeValue>
      </div>
    </Dialog>
  );
}
