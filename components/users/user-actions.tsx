'use client';

import { EllipsisVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSignInWays } from '@/components/sign-in/sign-in-ways';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import type { AccountItem, MadeLink } from '@/lib/domain/account';
import {
  useChangeUser,
  useEndUserSessions,
  useMakeUserLink,
  useResetUserSecondStep,
} from '@/lib/queries/users';
import { ChangeDialog } from './change-dialog';
import { DisableDialog } from './disable-dialog';
import { useUserProblem } from './use-user-problem';

type UserActionsProps = {
  user: AccountItem;
  /** Nobody shuts themselves out by a slip of the hand. */
  isOwn: boolean;
  onLink: (made: MadeLink) => void;
  onTold: (text: string) => void;
};

/** What an administrator can do for, or about, somebody. */
export function UserActions({ user, isOwn, onLink, onTold }: UserActionsProps) {
  const t = useTranslations('users');
  const problem = useUserProblem();
  const ways = useSignInWays();
  const [dialog, setDialog] = useState<'change' | 'disable' | null>(null);
  const link = useMakeUserLink();
  const change = useChangeUser();
  const end = useEndUserSessions();
  const reset = useResetUserSecondStep();
  const { name, state, user_id: userId } = user;
  const tell = { onError: (error: Error) => onTold(problem(error)) };
  const isBusy = link.isPending || change.isPending || end.isPending || reset.isPending;
  const trigger = (
    <Button variant="quiet" size="icon" aria-label={t('actions', { name })} disabled={isBusy}>
      <EllipsisVertical className="size-4" aria-hidden />
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger} label={t('actions', { name })}>
        <MenuItem onSelect={() => setDialog('change')}>{t('change')}</MenuItem>
        {(state === 'invited' || (state === 'active' && ways.password)) && (
          <MenuItem onSelect={() => link.mutate({ userId }, { ...tell, onSuccess: onLink })}>
            {state === 'invited' ? t('inviteAgain') : t('resetLink')}
          </MenuItem>
        )}
        <MenuItem
          disabled={user.sessions === 0}
          onSelect={() =>
            end.mutate({ userId }, { ...tell, onSuccess: () => onTold(t('sessionsEnded', { name })) })
          }
        >
          {t('endSessions')}
        </MenuItem>
        {!isOwn && user.second_step && (
          <MenuItem
            onSelect={() =>
              reset.mutate({ userId }, { ...tell, onSuccess: () => onTold(t('secondStepReset', { name })) })
            }
          >
            {t('resetSecondStep')}
          </MenuItem>
        )}
        {!isOwn && <MenuSeparator />}
        {!isOwn && state === 'disabled' && (
          <MenuItem
            onSelect={() =>
              change.mutate(
                { userId, disabled: false },
                { ...tell, onSuccess: () => onTold(t('enabled', { name })) },
              )
            }
          >
            {t('enable')}
          </MenuItem>
        )}
        {!isOwn && state !== 'disabled' && (
          <MenuItem onSelect={() => setDialog('disable')}>{t('disable')}</MenuItem>
        )}
      </Menu>
      {dialog === 'change' && <ChangeDialog user={user} onClose={() => setDialog(null)} onTold={onTold} />}
      {dialog === 'disable' && <DisableDialog user={user} onClose={() => setDialog(null)} onTold={onTold} />}
    </>
  );
}
