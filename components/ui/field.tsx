import { CircleAlert } from 'lucide-react';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names';

export const CONTROL =
  'h-11 w-full rounded border border-line-strong bg-surface px-3 text-base aria-invalid:border-silent sm:h-10 sm:text-sm';

type Parts = { label: string; hint?: ReactNode; problem?: string | null };

/** A label, what the field is for, and what is wrong with it, tied together for everybody. */
function Labelled({
  label,
  hint,
  problem,
  children,
}: Parts & {
  children: (ties: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode;
}) {
  const id = useId();
  const isWrong = problem != null;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({ id, 'aria-describedby': `${id}-problem ${id}-hint`, 'aria-invalid': isWrong })}
      <p id={`${id}-problem`} className="text-sm font-medium text-silent-ink empty:hidden">
        {isWrong && (
          <>
            <CircleAlert className="mr-2 mb-0.5 inline size-4" aria-hidden />
            {problem}
          </>
        )}
      </p>
      <p id={`${id}-hint`} className="text-sm text-pretty text-ink-muted empty:hidden">
        {hint}
      </p>
    </div>
  );
}

type FieldProps = Parts & ComponentProps<'input'> & { beside?: ReactNode };

/** A field of one line; `beside` lies over its right end. */
export function Field({ label, hint, problem, beside, className, ...props }: FieldProps) {
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      {(ties) => (
        <span className="relative block">
          <input
            {...ties}
            {...props}
            className={classNames(CONTROL, beside ? 'pr-11' : undefined, className)}
          />
          {beside}
        </span>
      )}
    </Labelled>
  );
}

export function SelectField({ label, hint, problem, className, ...props }: Parts & ComponentProps<'select'>) {
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      {(ties) => <select {...ties} {...props} className={classNames(CONTROL, className)} />}
    </Labelled>
  );
}
