'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';

/** A titled part of a page of one column. */
export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-5">
      <div className="border-b border-line pb-2">
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        {hint && <p className="mt-1 text-sm text-pretty text-ink-muted">{hint}</p>}
      </div>
      {children}
    </section>
  );
}

/** What became of what was just asked for. */
export function Outcome({ done, problem }: { done: string | null; problem: string | null }) {
  return (
    <>
      <p role="status" className="text-sm text-stable-ink empty:hidden">
        {done !== null && (
          <>
            <CircleCheck className="mr-2 mb-0.5 inline size-4" aria-hidden />
            {done}
          </>
        )}
      </p>
      {problem !== null && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {problem}
        </Notice>
      )}
    </>
  );
}
