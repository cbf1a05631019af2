'use client';

import { useQuery } from '@tanstack/react-query';
import { FolderSync } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAge } from '@/components/shell/age';
import { MenuLabel, MenuLink, MenuSeparator } from '@/components/ui/menu';
import { directoryQuery } from '@/lib/queries/directory';

/** For administrators: how the directory stands, and the way to its page. */
export function DirectoryItem() {
  const t = useTranslations('directory');
  const age = useAge();
  const { data } = useQuery(directoryQuery());
  if (data === undefined) return null;
  const { supported, count, finished_at: finishedAt, running, seen, error } = data;
  const state = running
    ? t('running', { seen })
    : error !== null
      ? t('failed')
      : finishedAt === null
        ? t('never')
        : t('read', { age: age(finishedAt) });
  return (
    <>
      <MenuSeparator />
      <MenuLabel>{supported ? `${t('count', { count })} · ${state}` : t('count', { count })}</MenuLabel>
      <MenuLink href="/directory">
        <FolderSync className="size-4" aria-hidden />
        {t('title')}
      </MenuLink>
    </>
  );
}
