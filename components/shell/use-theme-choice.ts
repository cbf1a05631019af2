'use client';

import { useTheme } from 'next-themes';

type ThemeChoice = { theme: string; choose: (theme: string) => void };

/**
 * The theme that somebody chose, and how another is chosen: all colours change at once, because at their own paces the
 * page would look broken for a moment. The theme library's way to that styles every page twice while it loads.
 */
export function useThemeChoice(): ThemeChoice {
  const { theme = 'system', setTheme } = useTheme();
  const choose = (chosen: string) => {
    const { dataset } = document.documentElement;
    dataset.repainting = '';
    setTheme(chosen);
    // The first frame shows the other colours, and in the second the transitions may come back.
    requestAnimationFrame(() => requestAnimationFrame(() => delete dataset.repainting));
  };
  return { theme, choose };
}
