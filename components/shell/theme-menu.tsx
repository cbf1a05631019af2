'use client';

import { SunMoon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { Button } from '@/components/ui/button';
import { Menu, MenuChoices } from '@/components/ui/menu';

export function ThemeMenu() {
  const t = useTranslations('header');
  const { theme = 'system', setTheme } = useTheme();
  const choices = [
    { value: 'light', label: t('themeLight') },
    { value: 'dark', label: t('themeDark') },
    { value: 'system', label: t('themeSystem') },
  ];
  const trigger = (
    <Button variant="quiet" size="icon" aria-label={t('theme')}>
      <SunMoon className="size-4" aria-hidden />
    </Button>
  );
  return (
    <Menu trigger={trigger} label={t('theme')}>
      <MenuChoices value={theme} choices={choices} onChange={setTheme} />
    </Menu>
  );
}
