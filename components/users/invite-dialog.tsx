'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { emailSchema, type MadeLink } from '@/lib/domain/account';
import type { Role } from '@/lib/domain/role';
import { useInviteUser } from '@/lib/queries/users';
import { isGoodName, NameField, RoleField } from './person-fields';
import { UserDialog } from './user-dialog';

type InviteDialogProps = { onClose: () => void; onMade: (made: MadeLink) => void };

/** Who is invited, and as what. */
export function InviteDialog({ onClose, onMade }: InviteDialogProps) {
  const t = useTranslations('users');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [wasSent, setSent] = useState(false);
  const invite = useInviteUser();
  const isGoodEmail = emailSchema.safeParse(email).success;
  const send = () => {
    setSent(true);
    if (isGoodName(name) && isGoodEmail) invite.mutate({ name, email, role }, { onSuccess: onMade });
  };
  return (
    <UserDialog
      title={t('inviteTitle')}
      submit={t('makeLink')}
      error={invite.error}
      isPending={invite.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <NameField value={name} onValue={setName} isWrong={wasSent && !isGoodName(name)} />
      <Field
        label={t('email')}
        name="email"
        type="email"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        problem={wasSent && !isGoodEmail ? t('wrongEmail') : null}
      />
      <RoleField value={role} onValue={setRole} />
    </UserDialog>
  );
}
