'use client';

import { useTheme } from 'next-themes';
import { useEffect } from 'react';
import { CHOICES_COOKIE } from '@/lib/i18n/locale';
import { rememberLanguage } from './language-choices';

export type ScreenChoices = { locale: string | null; theme: string | null; mark: string };

/**
 * Has this browser keep what the person chose in the profile, once: what is changed in the header afterwards is for this
 * browser alone, until the profile changes or somebody else signs in.
 */
export function TakeOverChoices({ choices }: { choices: ScreenChoices | null }) {
  const { setTheme } = useTheme();
  const { locale = null, theme = null, mark = null } = choices ?? {};
  useEffect(() => {
    if (mark === null || document.cookie.split('; ').includes(`${CHOICES_COOKIE}=${mark}`)) return;
    if (locale !== null) rememberLanguage(locale);
    if (theme !== null) setTheme(theme);
    document.cookie = `${CHOICES_COOKIE}=${mark}; path=/; max-age=31536000; samesite=lax`;
  }, [locale, theme, mark, setTheme]);
  return null;
}
