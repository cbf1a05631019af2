import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** A key, shown where a keyboard is likely; phones do not see it. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      aria-hidden
      className={classNames(
        'hidden min-w-5 items-center justify-center rounded-sm border border-current/25 px-1 font-sans text-xs leading-4 font-medium md:inline-flex pointer-coarse:hidden',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
