import type { ReactNode } from 'react';
import { LanguageMenu } from '@/components/shell/language-menu';
import { Logo } from '@/components/shell/logo';
import { ThemeMenu } from '@/components/shell/theme-menu';

/** A page for somebody who is not in yet. It begins at one height, so that no word that comes moves the rest. */
export function DoorPage({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <div className="flex justify-end gap-1 p-2">
        <LanguageMenu />
        <ThemeMenu />
      </div>
      <main className="mx-auto flex w-full max-w-md flex-1 flex-col gap-6 px-4 pb-16 sm:pt-[10dvh]">
        <Logo className="size-12" />
        {children}
      </main>
    </div>
  );
}

/** What such a page is about. */
export function DoorTitle({ title, text }: { title: string; text: ReactNode }) {
  return (
    <header className="-mt-3 flex flex-col gap-3">
      <h1 className="text-xl font-semibold tracking-tight wrap-break-word">{title}</h1>
      <p className="text-base text-pretty text-ink-muted">{text}</p>
    </header>
  );
}
