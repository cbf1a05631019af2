'use client';

import { SunMoon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Menu, MenuChoices } from '@/components/ui/menu';
import { useThemeChoice } from './use-theme-choice';

export function ThemeMenu() {
  const t = useTranslations('header');
  const { theme, choose } = useThemeChoice();
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
      <MenuChoices value={theme} choices={choices} onChange={choose} />
    </Menu>
  );
}
