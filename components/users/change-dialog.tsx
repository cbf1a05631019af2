'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AccountItem } from '@/lib/domain/account';
import { useChangeUser } from '@/lib/queries/users';
import { isGoodName, NameField, RoleField } from './person-fields';
import { UserDialog } from './user-dialog';

type ChangeDialogProps = { user: AccountItem; onClose: () => void; onTold: (text: string) => void };

/** Name and role of somebody. A role acts on the next thing that the person does. */
export function ChangeDialog({ user, onClose, onTold }: ChangeDialogProps) {
  const t = useTranslations('users');
  const [name, setName] = useState(user.name);
  const [role, setRole] = useState(user.role);
  const change = useChangeUser();
  const send = () => {
    if (!isGoodName(name)) return;
    const onSuccess = () => {
      onTold(t('changed', { name }));
      onClose();
    };
    change.mutate({ userId: user.user_id, name, role }, { onSuccess });
  };
  return (
    <UserDialog
      title={t('changeTitle')}
      submit={t('save')}
      error={change.error}
      isPending={change.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <p className="text-sm wrap-anywhere text-ink-muted">{user.email}</p>
      <NameField value={name} onValue={setName} isWrong={!isGoodName(name)} />
      <RoleField value={role} onValue={setRole} />
    </UserDialog>
  );
}
