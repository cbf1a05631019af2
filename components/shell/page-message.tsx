import type { ReactNode } from 'react';
import { Logo } from './logo';

type PageMessageProps = { title: string; text: string; children: ReactNode };

/** What happened, and below it where to go. */
export function MessageBody({ title, text, children }: PageMessageProps) {
  return (
    <>
      <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
      <p className="text-base text-pretty text-ink-muted">{text}</p>
      {children}
    </>
  );
}

/**
 * A page that has nothing else to show than what happened and where to go. The scripts of the error pages come along with
 * every page, so this needs none but its own.
 */
export function PageMessage(props: PageMessageProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-4 px-4">
      <Logo className="size-8" />
      <MessageBody {...props} />
    </main>
  );
}
