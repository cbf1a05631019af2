'use client';

import { Settings } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { MenuLink, MenuSeparator } from '@/components/ui/menu';

/** For administrators: the way to the settings. */
export function SettingsItem() {
  const t = useTranslations('header');
  return (
    <>
      <MenuSeparator />
      <MenuLink href="/settings">
        <Settings className="size-4" aria-hidden />
        {t('settings')}
      </MenuLink>
    </>
  );
}
