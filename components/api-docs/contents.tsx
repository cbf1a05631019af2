import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';

export type ContentsGroup = {
  name: string;
  href: string;
  items: { name: string; href: string; mark?: string }[];
};

/** Groups that belong together; those of a folded part show what is in them when they are unfolded. */
export type ContentsPart = { name: string; href: string; isFolded: boolean; groups: ContentsGroup[] };

const LINK = 'flex min-h-9 items-center gap-2 rounded px-2 py-1 hover:bg-sunken lg:min-h-8';

function Items({ items }: Pick<ContentsGroup, 'items'>) {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map(({ name, href, mark }) => (
        <li key={href}>
          <a href={href} lang="en" className={`${LINK} text-sm text-ink-muted hover:text-ink`}>
            {mark && <span className="w-12 shrink-0 font-mono text-xs text-brand-ink">{mark}</span>}
            <span className="min-w-0 wrap-anywhere">{name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Group({ group: { name, href, items }, isFolded }: { group: ContentsGroup; isFolded: boolean }) {
  if (!isFolded || items.length === 0) {
    return (
      <li>
        <a href={href} className={`${LINK} text-sm font-semibold`}>
          {name}
        </a>
        <Items items={items} />
      </li>
    );
  }
  return (
    <li>
      <details className="group/noun">
        <summary
          className={`${LINK} cursor-pointer list-none text-sm font-semibold [&::-webkit-details-marker]:hidden`}
        >
          <span className="min-w-0 flex-1">{name}</span>
          <span className="text-xs font-normal text-ink-muted tabular-nums">{items.length}</span>
          <ChevronRight className="size-4 shrink-0 text-ink-muted group-open/noun:rotate-90" aria-hidden />
        </summary>
        <Items items={items} />
      </details>
    </li>
  );
}

function List({ parts }: { parts: readonly ContentsPart[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {parts.map(({ name, href, isFolded, groups }) => (
        <li key={name}>
          <a href={href} className={`${LINK} text-xs font-semibold text-ink-muted`}>
            {name}
          </a>
          <ul className={isFolded ? '' : 'flex flex-col gap-3'}>
            {groups.map((group) => (
              <Group key={group.href} group={group} isFolded={isFolded} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** Where everything stands: beside the text where there is room, folded above it where there is not. */
export function Contents({ parts }: { parts: readonly ContentsPart[] }) {
  const t = useTranslations('apiDocs');
  return (
    <nav aria-label={t('contents')} className="min-w-0 print:hidden">
      <details className="group rounded border border-line lg:hidden">
        <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-3 text-sm font-medium [&::-webkit-details-marker]:hidden">
          <ChevronRight className="size-4 shrink-0 text-ink-muted group-open:rotate-90" aria-hidden />
          {t('contents')}
        </summary>
        <div className="border-t border-line p-2">
          <List parts={parts} />
        </div>
      </details>
      <div className="sticky top-(--header-height) hidden max-h-[calc(100dvh-var(--header-height))] overflow-y-auto py-6 lg:block">
        <List parts={parts} />
      </div>
    </nav>
  );
}
