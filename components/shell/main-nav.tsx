'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { MenuLink, MenuSeparator } from '@/components/ui/menu';
import type { Role } from '@/lib/domain/role';
import { isCurrentPage, pagesOf } from './pages';
import { useMedia } from './use-media';

/** The pages of the console beside its name; where there is no room for them they stand in the account's menu. */
export function MainNav({ role }: { role: Role }) {
  const t = useTranslations('nav');
  const pathname = usePathname();
  const pages = pagesOf(role).filter(({ isMenuOnly }) => !isMenuOnly);
  if (pages.length < 2) return null;
  return (
    <nav aria-label={t('label')} className="hidden items-center gap-1 xl:flex">
      {pages.map(({ name, href }) => (
        <Link
          key={name}
          href={href}
          aria-current={isCurrentPage(href, pathname) ? 'page' : undefined}
          className="flex h-9 items-center rounded px-3 text-sm font-medium text-ink-muted hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:text-ink"
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}

/** The same pages in the account's menu of a narrow screen. The settings are there on any, where people look for them. */
export function NavItems({ role }: { role: Role }) {
  const t = useTranslations('nav');
  const isWide = useMedia('(min-width: 1280px)', true);
  const pages = pagesOf(role).filter(({ name, isMenuOnly }) => !isWide || name === 'settings' || isMenuOnly);
  if (pages.length < 2 && !isWide) return null;
  return (
    <>
      {pages.length > 0 && <MenuSeparator />}
      {pages.map(({ name, href, icon: Icon }) => (
        <MenuLink key={name} href={href}>
          <Icon className="size-4" aria-hidden />
          {t(name)}
        </MenuLink>
      ))}
    </>
  );
}
