'use client';

import { Ban, CircleCheck, Hourglass, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Moment } from '@/components/shell/moment';
import { useNow } from '@/components/shell/use-now';
import { Tag } from '@/components/ui/tag';
import type { AccountItem, AccountState, MadeLink } from '@/lib/domain/account';
import { UserActions } from './user-actions';

const ICONS = { invited: Hourglass, active: CircleCheck, disabled: Ban } as const;

const COLUMNS =
  'md:grid md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.3fr)_minmax(0,0.8fr)_2.25rem] md:items-center md:gap-x-4';

function StateTag({ state }: { state: AccountState }) {
  const t = useTranslations('users');
  const Icon = ICONS[state];
  return (
    <Tag tone={state === 'disabled' ? 'unknown' : 'plain'}>
      <Icon className="size-4" aria-hidden />
      {t(state)}
    </Tag>
  );
}

/** When the person last came in, or until when the invitation can be taken up. */
function LastSeen({ user }: { user: AccountItem }) {
  const t = useTranslations('users');
  const now = useNow();
  if (user.state !== 'invited') {
    return user.last_sign_in_at === null ? t('neverIn') : <Moment at={user.last_sign_in_at} />;
  }
  const leftMs = user.link_ends_at === null ? 0 : Date.parse(user.link_ends_at) - (now ?? 0);
  if (now === null) return null;
  return leftMs <= 0 ? t('linkOver') : t('linkLeft', { minutes: Math.min(60, Math.ceil(leftMs / 60_000)) });
}

type UserListProps = {
  users: readonly AccountItem[];
  ownEmail: string;
  onLink: (made: MadeLink) => void;
  onTold: (text: string) => void;
};

function UserRow({
  user,
  isOwn,
  ...rest
}: { user: AccountItem; isOwn: boolean } & Pick<UserListProps, 'onLink' | 'onTold'>) {
  const t = useTranslations('users');
  const tRole = useTranslations('role');
  return (
    <li
      className={`relative flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line py-3 pr-11 md:pr-0 ${COLUMNS}`}
      data-testid="user"
      data-email={user.email}
    >
      <div className="min-w-0 basis-full md:basis-auto">
        <p className="truncate font-medium">
          {user.name}
          {isOwn && <span className="ml-2 text-sm font-normal text-ink-muted">{t('you')}</span>}
        </p>
        <p className="text-sm wrap-anywhere text-ink-muted">{user.email}</p>
      </div>
      <div className="flex flex-wrap gap-x-3 text-sm md:flex-col">
        <p>{tRole(user.role)}</p>
        {user.second_step && (
          <p className="flex items-center gap-1 text-ink-muted">
            <ShieldCheck className="size-4 shrink-0" aria-hidden />
            {t('twoSteps')}
          </p>
        )}
      </div>
      <p>
        <StateTag state={user.state} />
      </p>
      <p className="text-sm text-ink-muted">
        <span className="sr-only">{t('lastIn')}: </span>
        <LastSeen user={user} />
      </p>
      <p className={`text-sm text-ink-muted tabular-nums ${user.sessions === 0 ? 'max-md:hidden' : ''}`}>
        {t('sessions', { count: user.sessions })}
      </p>
      <div className="absolute top-2 right-0 md:static">
        <UserActions user={user} isOwn={isOwn} {...rest} />
      </div>
    </li>
  );
}

/** The accounts: a table where there is room, and cards on a phone. */
export function UserList({ users, ownEmail, onLink, onTold }: UserListProps) {
  const t = useTranslations('users');
  return (
    <div>
      <div
        aria-hidden
        className={`hidden border-b border-line pb-2 text-xs font-semibold text-ink-muted ${COLUMNS}`}
      >
        <span>{t('person')}</span>
        <span>{t('role')}</span>
        <span>{t('state')}</span>
        <span>{t('lastIn')}</span>
        <span>{t('sessionsHead')}</span>
      </div>
      <ul aria-label={t('title')}>
        {users.map((user) => (
          <UserRow
            key={user.user_id}
            user={user}
            isOwn={user.email === ownEmail}
            onLink={onLink}
            onTold={onTold}
          />
        ))}
      </ul>
    </div>
  );
}
