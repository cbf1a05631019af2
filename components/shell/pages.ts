import {
  Activity,
  FolderSync,
  Headset,
  History,
  KeyRound,
  ScrollText,
  Settings,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import { PERMISSIONS, type Action, type Role } from '@/lib/domain/role';

export const PAGE_NAMES = [
  'desk',
  'history',
  'directory',
  'users',
  'settings',
  'tokens',
  'audit',
  'status',
] as const;
export type PageName = (typeof PAGE_NAMES)[number];

type PageEntry = {
  name: PageName;
  href: string;
  icon: LucideIcon;
  /** For pages that nobody needs every day: they stand in the account's menu alone. */
  isMenuOnly?: boolean;
};

const ENTRIES: readonly (PageEntry & { needs: Action })[] = [
  { name: 'desk', href: '/', icon: Headset, needs: 'ping:launch' },
  { name: 'history', href: '/history', icon: History, needs: 'history:read' },
  { name: 'directory', href: '/directory', icon: FolderSync, needs: 'directory:sync' },
  { name: 'users', href: '/users', icon: UsersRound, needs: 'user:manage' },
  { name: 'settings', href: '/settings', icon: Settings, needs: 'settings:write' },
  { name: 'tokens', href: '/tokens', icon: KeyRound, needs: 'tokens:own', isMenuOnly: true },
  { name: 'audit', href: '/audit', icon: ScrollText, needs: 'audit:read', isMenuOnly: true },
  { name: 'status', href: '/status', icon: Activity, needs: 'status:read', isMenuOnly: true },
];

/** The pages that somebody of this role can go to, in the order of the navigation. */
export function pagesOf(role: Role): readonly PageEntry[] {
  return ENTRIES.filter(({ needs }) => {
    const roles: readonly Role[] = PERMISSIONS[needs].roles;
    return roles.includes(role);
  });
}

/** Whether an address belongs to a page; the desk is only the way home itself. */
export const isCurrentPage = (href: string, pathname: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
