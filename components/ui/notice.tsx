import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

const TONES = {
  info: 'border-unknown-line bg-unknown-soft text-unknown-ink',
  warn: 'border-intermittent-line bg-intermittent-soft text-intermittent-ink',
  bad: 'border-silent-line bg-silent-soft text-silent-ink',
} as const;

type NoticeProps = {
  tone: keyof typeof TONES;
  icon: LucideIcon;
  children: ReactNode;
  className?: string;
  role?: 'alert' | 'status';
};

/** A sentence that must be read before going on. */
export function Notice({ tone, icon: Icon, children, className, role }: NoticeProps) {
  return (
    <div
      role={role}
      className={classNames('flex gap-2 rounded border px-3 py-2 text-sm', TONES[tone], className)}
    >
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0 flex-1 text-pretty">{children}</div>
    </div>
  );
}
