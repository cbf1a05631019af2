import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

/** Something to unfold, which a search in the page finds too. */
export function Fold({
  title,
  isEnglish = false,
  children,
}: {
  title: string;
  isEnglish?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="group rounded border border-line">
      <summary
        lang={isEnglish ? 'en' : undefined}
        className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded px-3 py-1 text-sm font-medium hover:bg-sunken sm:min-h-9 [&::-webkit-details-marker]:hidden"
      >
        <ChevronRight className="size-4 shrink-0 text-ink-muted group-open:rotate-90" aria-hidden />
        {title}
      </summary>
      <div className="flex min-w-0 flex-col gap-3 border-t border-line p-3">{children}</div>
    </details>
  );
}
