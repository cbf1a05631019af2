import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** A titled part of the page. */
export function Panel({
  title,
  aside,
  children,
  className,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section aria-label={title} className={classNames('flex min-w-0 flex-col gap-2', className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-xs font-semibold text-ink-muted">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
