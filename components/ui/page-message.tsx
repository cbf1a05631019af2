import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type PageMessageProps = { icon: LucideIcon; title: string; text: string; children: ReactNode };

/** A page that has nothing else to show than what happened and where to go. */
export function PageMessage({ icon: Icon, title, text, children }: PageMessageProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-4 px-4">
      <Icon className="size-8 text-ink-muted" aria-hidden />
      <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
      <p className="text-base text-pretty text-ink-muted">{text}</p>
      {children}
    </main>
  );
}
