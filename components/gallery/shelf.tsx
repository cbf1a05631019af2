import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

const GRIDS = {
  two: 'md:grid-cols-2',
  three: 'md:grid-cols-2 xl:grid-cols-3',
} as const;

type ShelfProps = {
  /** Where a link of the contents leads. */
  id: string;
  name: string;
  /** What a person should look at here. */
  hint?: string;
  /** What can be done with the whole shelf. */
  aside?: ReactNode;
  columns?: keyof typeof GRIDS;
  children: ReactNode;
};

/** A titled row of specimens. The labels of the gallery are for those who build Pulso, and in English for all. */
export function Shelf({ id, name, hint, aside, columns, children }: ShelfProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="flex flex-col gap-4 border-t border-line py-8"
    >
      <div lang="en">
        <h2 id={`${id}-title`} className="text-base font-semibold">
          {name}
        </h2>
        {hint && <p className="max-w-prose text-ink-muted">{hint}</p>}
        {aside && <div className="mt-2">{aside}</div>}
      </div>
      {columns ? <div className={`grid items-start gap-4 ${GRIDS[columns]}`}>{children}</div> : children}
    </section>
  );
}

export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div
      className="flex min-w-0 flex-col gap-3 rounded border border-line bg-surface p-4"
      data-specimen={name}
    >
      <p lang="en" className="text-xs text-ink-muted">
        {name}
      </p>
      {children}
    </div>
  );
}

function unfold(node: HTMLElement | null): void {
  for (const details of node?.querySelectorAll('details') ?? []) details.open = true;
}

/** Shows what is folded away in its children, which keep their own way to fold it. */
export function Unfolded({ children }: { children: ReactNode }) {
  return <div ref={unfold}>{children}</div>;
}

/** Sets the clock of a shelf back, where time changes what is seen. */
export function BeginAgain({ onBegin }: { onBegin: () => void }) {
  return (
    <Button size="sm" onClick={onBegin}>
      Begin again
    </Button>
  );
}
