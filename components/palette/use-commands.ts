import { Keyboard, Languages, LogOut, SunMoon, type LucideIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useLanguage } from '@/components/shell/use-language';
import { LANGUAGES, rememberLanguage } from '@/components/shell/language-choices';
import { leave } from '@/components/shell/leave';
import { pagesOf } from '@/components/shell/pages';
import { EVERYWHERE, keyOf, SHEETS, type KeyRow, type KeySheet } from '@/components/shell/shortcut-keys';
import { actionOfKey } from '@/components/shell/use-shortcuts';
import { useThemeChoice } from '@/components/shell/use-theme-choice';
import { fold } from '@/lib/domain/fold';
import type { Role } from '@/lib/domain/role';

export type PaletteCommand = {
  key: string;
  label: string;
  icon: LucideIcon;
  run: () => void;
  /** The keys that do the same without the palette. */
  pressed?: string;
};

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

/** The row of a key as a command; nothing where the key does nothing on the page as it is now. */
function useKeyCommands(): (rows: readonly KeyRow[]) => PaletteCommand[] {
  const t = useTranslations('shortcuts');
  return (rows) =>
    rows.flatMap((row) => {
      const key = keyOf(row);
      const run = key === null ? null : actionOfKey(key);
      if (run === null) return [];
      return [
        {
          key: `key-${row[0]}`,
          label: t(row[0] === 'sheet' ? 'title' : row[0]),
          icon: Keyboard,
          run,
          pressed: row[1],
        },
      ];
    });
}

/** What changes the console itself: its colours, its language, and who uses it. What is so already is left out. */
function useActions(): PaletteCommand[] {
  const t = useTranslations('palette');
  const tHeader = useTranslations('header');
  const router = useRouter();
  const locale = useLanguage();
  const { theme, choose } = useThemeChoice();
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
      run: () => choose(value),
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
  /** What the keys of the page do. */
  here: PaletteCommand[];
  actions: PaletteCommand[];
  /** The command whose name the text begins, which then comes before customers of that name. */
  named: PaletteCommand | null;
};

/** The pages and actions that fit what was typed; all of them when nothing was. */
export function useCommands(role: Role, keys: KeySheet, typed: string): PaletteCommands {
  const pages = usePages(role);
  const commandsOf = useKeyCommands();
  const here = commandsOf(SHEETS[keys]);
  const actions = [...commandsOf(EVERYWHERE), ...useActions()];
  if (typed === '') return { pages, here, actions, named: null };
  const part = fold(typed);
  const named =
    part.length > LEAST_LETTERS ? pages.find(({ label }) => fold(label).startsWith(part)) : undefined;
  return {
    pages: matching(pages, typed).filter((page) => page !== named),
    here: matching(here, typed),
    actions: matching(actions, typed),
    named: named ?? null,
  };
}
