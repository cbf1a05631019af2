import type { ComponentProps } from 'react';
import { classNames } from './class-names';

const VARIANTS = {
  primary: 'bg-brand text-brand-contrast hover:bg-brand-strong shadow-raised',
  secondary: 'bg-surface text-ink border border-line hover:bg-sunken shadow-raised',
  quiet: 'text-ink-muted hover:bg-sunken hover:text-ink',
} as const;

const SIZES = {
  sm: 'h-8 touch-row px-3 text-sm gap-1',
  md: 'h-9 touch-row px-4 text-sm gap-2',
  lg: 'h-12 px-6 text-base gap-2',
  icon: 'size-9 justify-center pointer-coarse:size-11',
} as const;

type ButtonProps = ComponentProps<'button'> & { variant?: keyof typeof VARIANTS; size?: keyof typeof SIZES };

export function Button({
  variant = 'secondary',
  size = 'md',
  className,
  type = 'button',
  ...props
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center rounded font-medium whitespace-nowrap transition-colors duration-150',
        'disabled:pointer-events-none disabled:opacity-55 aria-disabled:pointer-events-none aria-disabled:opacity-55 print:hidden',
        VARIANTS[variant],
        SIZES[size],
        className,
      )}
      {...props}
    />
  );
}
