'use client';

import { CircleCheck, CircleHelp, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import type { Level } from '@/lib/domain/status-signs';

const FACES: Record<Exclude<Level, 'plain'>, { icon: LucideIcon; className: string }> = {
  good: { icon: CircleCheck, className: 'text-stable' },
  warn: { icon: TriangleAlert, className: 'text-intermittent' },
  bad: { icon: OctagonX, className: 'text-silent' },
  unknown: { icon: CircleHelp, className: 'text-unknown' },
};

/** A level as a shape of its own with its word; a plain figure keeps the room of one, so that the words stand in a line. */
export function LevelIcon({ level, className }: { level: Level; className?: string }) {
  const t = useTranslations('status');
  const size = classNames('size-4 shrink-0', className);
  if (level === 'plain') return <span className={size} aria-hidden />;
  const { icon: Icon, className: colour } = FACES[level];
  return <Icon className={classNames(size, colour)} role="img" aria-label={t(level)} />;
}
