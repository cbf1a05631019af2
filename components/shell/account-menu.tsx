'use client';

import { LogOut, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from '@/components/ui/menu';
import type { Role } from '@/lib/domain/role';
import { keepDraftsOf } from './drafts';
import { leave } from './leave';

export type Account = { name: string; email: string; role: Role };

/** Who is signed in, always in sight, because desks are shared; `children` are items for this role. */
export function AccountMenu({ account, children }: { account: Account; children?: ReactNode }) {
  const t = useTranslations('header');
  const tRole = useTranslations('role');
  useEffect(() => keepDraftsOf(account.email), [account.email]);
  const trigger = (
    <Button variant="quiet" aria-label={t('account', { name: account.name })} className="px-2">
      <span className="flex size-6 items-center justify-center rounded-full bg-brand-soft text-xs font-semibold text-brand-ink">
        {account.name.slice(0, 1)}
      </span>
      <span className="hidden max-w-32 truncate text-ink sm:inline">{account.name}</span>
    </Button>
  );
  return (
    <Menu trigger={trigger} label={t('account', { name: account.name })}>
      <MenuLabel>
        <span className="block text-sm font-medium text-ink">{account.name}</span>
        {account.email} · {tRole(account.role)}
      </MenuLabel>
      <MenuLink href="/profile">
        <UserRound className="size-4" aria-hidden />
        {t('profile')}
      </MenuLink>
      {children}
      <MenuSeparator />
      <MenuItem onSelect={leave}>
        <LogOut className="size-4" aria-hidden />
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
