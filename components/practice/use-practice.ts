'use client';

import { useTranslations } from 'next-intl';
import { useBrowserFact } from '@/components/shell/use-browser-fact';

/** True in a practice room, which the page itself says; a page is never part of one and then not. */
export const usePractice = (): boolean =>
  useBrowserFact(() => document.documentElement.dataset.practice !== undefined);

/** What the title of every tab of a practice room begins with; null outside of one. */
export function usePracticeWord(): string | null {
  const t = useTranslations('practice');
  return usePractice() ? t('word') : null;
}
