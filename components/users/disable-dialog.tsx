'use client';

import { useTranslations } from 'next-intl';
import type { AccountItem } from '@/lib/domain/account';
import { useChangeUser } from '@/lib/queries/users';
import { UserDialog } from './user-dialog';

type DisableDialogProps = { user: AccountItem; onClose: () => void; onTold: (text: string) => void };

/** Asks once more before somebody is shut out. */
export function DisableDialog({ user, onClose, onTold }: DisableDialogProps) {
  const t = useTranslations('users');
  const change = useChangeUser();
  const { name } = user;
  const send = () => {
    const onSuccess = () => {
      onTold(t('wasDisabled', { name }));
      onClose();
    };
    change.mutate({ userId: user.user_id, disabled: true }, { onSuccess });
  };
  return (
    <UserDialog
      title={t('disableTitle', { name })}
      submit={t('disableNow')}
      error={change.error}
      isPending={change.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <p className="text-pretty">{t('disableText')}</p>
    </UserDialog>
  );
}
