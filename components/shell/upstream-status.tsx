'use client';

import { useQuery } from '@tanstack/react-query';
import { Circle, CircleAlert, CircleCheck, CircleHelp, CirclePause, type LucideIcon } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Tooltip } from '@/components/ui/tooltip';
import { useAge } from './age';
import { useOnline } from './connection-banner';
import { useNow } from './use-now';
import { upstreamQuery, type UpstreamStatus as Status } from '@/lib/queries/upstream';

/** A good answer says nothing of now once it is older than this. */
const OLD_MS = 2 * 60_000;

type Face = { icon: LucideIcon; className: string; text: string; figure: string };

const isAfter = (a: string | null, b: string | null) => a !== null && (b === null || a > b);

function useFace(status: Status | undefined, failed: boolean): Face {
  const t = useTranslations('header');
  const format = useFormatter();
  const age = useAge();
  const now = useNow();
  if (failed || status === undefined) {
    return { icon: CircleHelp, className: 'text-unknown', text: t('upstreamUnknown'), figure: '' };
  }
  if (status.paused) {
    return { icon: CirclePause, className: 'text-silent', text: t('upstreamPaused'), figure: '' };
  }
  if (isAfter(status.last_fault_at, status.last_ok_at)) {
    return { icon: CircleAlert, className: 'text-intermittent', text: t('upstreamFault'), figure: '' };
  }
  if (status.last_ok_at !== null && now !== null && now - Date.parse(status.last_ok_at) > OLD_MS) {
    return {
      icon: Circle,
      className: 'text-unknown',
      text: t('upstreamOld', { age: age(status.last_ok_at) }),
      figure: '',
    };
  }
  if (status.last_ms === null) {
    return { icon: Circle, className: 'text-unknown', text: t('upstreamIdle'), figure: '' };
  }
  const tenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  const rounded = format.number(Math.max(0.1, status.last_ms / 1000), tenths);
  const seconds = status.last_ms < 50 ? `<\u00a0${rounded}` : rounded;
  return {
    icon: CircleCheck,
    className: 'text-stable',
    text: t('upstreamOk', { seconds }),
    figure: `${seconds}\u00a0s`,
  };
}

/** How WispHub answered last, so that an agent knows whether waiting is the line's fault. */
export function UpstreamStatus() {
  const t = useTranslations('header');
  const online = useOnline();
  const { data, isError } = useQuery(upstreamQuery());
  const { icon: Icon, className, text, figure } = useFace(data, isError || !online);
  return (
    <Tooltip label={text}>
      <span
        tabIndex={0}
        role="img"
        aria-label={text}
        className="hidden h-9 items-center gap-1 rounded px-2 text-xs text-ink-muted lg:flex"
      >
        <Icon className={`size-4 ${className}`} aria-hidden />
        {t('upstream')}
        <span className="tabular-nums">{figure}</span>
      </span>
    </Tooltip>
  );
}
