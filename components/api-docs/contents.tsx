import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';

export type ContentsGroup = {
  name: string;
  href: string;
  items: { name: string; href: string; mark?: string }[];
};

const LINK = 'flex min-h-9 items-center gap-2 rounded px-2 py-1 hover:bg-sunken lg:min-h-8';

function List({ groups }: { groups: readonly ContentsGroup[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {groups.map((group) => (
        <li key={group.href}>
          <a href={group.href} className={`${LINK} text-sm font-semibold`}>
            {group.name}
          </a>
          {group.items.length > 0 && (
            <ul>
              {group.items.map(({ name, href, mark }) => (
                <li key={href}>
                  <a href={href} lang="en" className={`${LINK} text-sm text-ink-muted hover:text-ink`}>
                    {mark && <span className="w-12 shrink-0 font-mono text-xs text-brand-ink">{mark}</span>}
                    <span className="min-w-0 wrap-anywhere">{name}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where everything stands: beside the text where there is room, folded above it where there is not. */
export function Contents({ groups }: { groups: readonly ContentsGroup[] }) {
  const t = useTranslations('apiDocs');
  return (
    <nav aria-label={t('contents')} className="min-w-0 print:hidden">
      <details className="group rounded border border-line lg:hidden">
        <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-3 text-sm font-medium [&::-webkit-details-marker]:hidden">
          <ChevronRight className="size-4 shrink-0 text-ink-muted group-open:rotate-90" aria-hidden />
          {t('contents')}
        </summary>
        <div className="border-t border-line p-2">
          <List groups={groups} />
        </div>
      </details>
      <div className="sticky top-(--header-height,57px) hidden max-h-[calc(100dvh-var(--header-height,57px))] overflow-y-auto py-6 lg:block">
        <List groups={groups} />
      </div>
    </nav>
  );
}
