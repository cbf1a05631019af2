'use client';

import { useFormatter } from 'next-intl';
import type { ReactNode } from 'react';

/** A sentence about a moment, with the exact time at hand. */
export function Exactly({ at, children }: { at: string; children: ReactNode }) {
  const format = useFormatter();
  const title = format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <time dateTime={at} title={title}>
      {children}
    </time>
  );
}
