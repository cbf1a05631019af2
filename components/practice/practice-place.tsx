'use client';

import { late } from '@/components/ui/late';
import { usePractice } from './use-practice';

const practiceCard = late(() => import('./practice-card'));

/** Where the exercises stand, which nobody loads but who practises. */
export function PracticePlace() {
  const isPractice = usePractice();
  const code = practiceCard.useDue(isPractice);
  return isPractice && code !== null ? <code.PracticeCard /> : null;
}
