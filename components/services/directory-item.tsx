'use client';

import { useQuery } from '@tanstack/react-query';
import { FolderSync } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAge } from '@/components/shell/age';
import { MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { directoryQuery, useSyncDirectory } from '@/lib/queries/directory';

/** For administrators: how old the directory is, and the order to read it again from WispHub. */
export function DirectoryItem() {
  const t = useTranslations('directory');
  const age = useAge();
  const { data } = useQuery(directoryQuery());
  const sync = useSyncDirectory();
  if (data === undefined || !data.supported) return null;
  const { count, finished_at: finishedAt, running, seen, error } = data;
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
      <MenuLabel>
        {t('count', { count })} · {state}
      </MenuLabel>
      <MenuItem onSelect={() => sync.mutate()} disabled={running}>
        <FolderSync className="size-4" aria-hidden />
        {t('sync')}
      </MenuItem>
    </>
  );
}
