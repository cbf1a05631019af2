'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { MenuLink, MenuSeparator } from '@/components/ui/menu';
import type { Role } from '@/lib/domain/role';
import { isCurrentPage, pagesOf } from './pages';
import { useMedia } from './use-media';

const inHeader = (role: Role) => pagesOf(role).filter(({ isMenuOnly }) => !isMenuOnly);

/** So few pages leave room for the search beside them on a small laptop too. */
const FEW_PAGES = 3;

/** From which width on the header has room for the pages of a role: as a class, and as a question to the screen. */
const ROOM = {
  few: { shown: 'lg:flex', query: '(min-width: 1024px)' },
  many: { shown: 'xl:flex', query: '(min-width: 1280px)' },
} as const;

const roomFor = (role: Role) => (inHeader(role).length <= FEW_PAGES ? ROOM.few : ROOM.many);

/** The pages of the console beside its name; where there is no room for them they stand in the account's menu. */
export function MainNav({ role }: { role: Role }) {
  const t = useTranslations('nav');
  const pathname = usePathname();
  const pages = inHeader(role);
  if (pages.length < 2) return null;
  return (
    <nav aria-label={t('label')} className={classNames('hidden items-center gap-1', roomFor(role).shown)}>
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
  const isWide = useMedia(roomFor(role).query, true);
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
