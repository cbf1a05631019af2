import { Languages, LogOut, SunMoon, type LucideIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { LANGUAGES, rememberLanguage } from '@/components/shell/language-choices';
import { leave } from '@/components/shell/leave';
import { pagesOf } from '@/components/shell/pages';
import { fold } from '@/lib/domain/fold';
import type { Role } from '@/lib/domain/role';

export type PaletteCommand = { key: string; label: string; icon: LucideIcon; run: () => void };

/** The pages that this role may see. */
function usePages(role: Role): PaletteCommand[] {
  const t = useTranslations('nav');
  const router = useRouter();
  return pagesOf(role).map(({ name, href, icon }) => ({
    key: `page-${name}`,
    label: t(name),
    icon,
    run: () => router.push(href),
  }));
}

/** What changes the console itself: its colours, its language, and who uses it. What is so already is left out. */
function useActions(): PaletteCommand[] {
  const t = useTranslations('palette');
  const tHeader = useTranslations('header');
  const router = useRouter();
  const locale = useLocale();
  const { theme = 'system', setTheme } = useTheme();
  const themes = [
    { value: 'light', name: tHeader('themeLight') },
    { value: 'dark', name: tHeader('themeDark') },
    { value: 'system', name: tHeader('themeSystem') },
  ].filter(({ value }) => value !== theme);
  const languages = LANGUAGES.filter(({ value }) => value !== locale);
  return [
    ...themes.map(({ value, name }) => ({
      key: `theme-${value}`,
      label: t('theme', { name }),
      icon: SunMoon,
      run: () => setTheme(value),
    })),
    ...languages.map(({ value, label }) => ({
      key: `language-${value}`,
      label: t('language', { name: label }),
      icon: Languages,
      run: () => {
        rememberLanguage(value);
        router.refresh();
      },
    })),
    {
      key: 'sign-out',
      label: tHeader('signOut'),
      icon: LogOut,
      run: leave,
    },
  ];
}

/** Fewer letters begin too many words, and whoever types them mostly looks for a customer. */
const LEAST_LETTERS = 2;

/** Commands in one of whose words the typed text begins. */
function matching(commands: readonly PaletteCommand[], typed: string): PaletteCommand[] {
  const part = fold(typed);
  if (part.length < LEAST_LETTERS) return [];
  return commands.filter(({ label }) => ` ${fold(label)}`.includes(` ${part}`));
}

export type PaletteCommands = {
  pages: PaletteCommand[];
  actions: PaletteCommand[];
  /** The command whose name the text begins, which then comes before customers of that name. */
  named: PaletteCommand | null;
};

/** The pages and actions that fit what was typed; all of them when nothing was. */
export function useCommands(role: Role, typed: string): PaletteCommands {
  const pages = usePages(role);
  const actions = useActions();
  if (typed === '') return { pages, actions, named: null };
  const part = fold(typed);
  const named =
    part.length > LEAST_LETTERS ? pages.find(({ label }) => fold(label).startsWith(part)) : undefined;
  return {
    pages: matching(pages, typed).filter((page) => page !== named),
    actions: matching(actions, typed),
    named: named ?? null,
  };
}
