'use client';

import { Activity, ChevronDown, RotateCw, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ToggleGroup } from 'radix-ui';
import type { RefObject } from 'react';
import { focusSearch } from '@/components/services/focus-search';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Kbd } from '@/components/ui/kbd';
import { Menu, MenuChoices } from '@/components/ui/menu';
import { REASONS, reasonSchema, type Reason } from '@/lib/domain/ping';

const PACKET_CHOICES = [4, 10, 20] as const;

type LaunchBarProps = {
  buttonRef: RefObject<HTMLButtonElement | null>;
  packets: number;
  onPackets: (packets: number) => void;
  reason: Reason | null;
  onReason: (reason: Reason | null) => void;
  onLaunch: () => void;
  busy: boolean;
  disabled: boolean;
  /** True when this line has a recent result, so that the button says "again". */
  again: boolean;
  /** True for a technician: the button says how many packets it sends, and a phone shows nothing beside it. */
  isRetest: boolean;
};

type PacketsProps = Pick<LaunchBarProps, 'packets' | 'onPackets' | 'isRetest'>;

function Packets({ packets, onPackets, isRetest }: PacketsProps) {
  const t = useTranslations('launch');
  const trigger = (
    <Button
      size="lg"
      className={classNames('px-3! tabular-nums', isRetest && 'max-sm:w-12 max-sm:px-0!')}
      aria-label={t('packetsCount', { count: packets })}
      data-testid="packets"
    >
      {/* The other button says it already where there is room for only one. */}
      <span className={classNames(isRetest && 'max-sm:hidden')}>{packets}</span>
      <ChevronDown className="size-4" aria-hidden />
    </Button>
  );
  const choices = PACKET_CHOICES.map((count) => ({
    value: String(count),
    label: t('packetsCount', { count }),
  }));
  return (
    <Menu trigger={trigger} label={t('packets')}>
      <MenuChoices value={String(packets)} choices={choices} onChange={(value) => onPackets(Number(value))} />
    </Menu>
  );
}

type ReasonsProps = Pick<LaunchBarProps, 'reason' | 'onReason'> & { className?: string };

function Reasons({ reason, onReason, className }: ReasonsProps) {
  const t = useTranslations('reason');
  const tLaunch = useTranslations('launch');
  return (
    <ToggleGroup.Root
      type="single"
      value={reason ?? ''}
      onValueChange={(value) => onReason(reasonSchema.safeParse(value).data ?? null)}
      aria-label={tLaunch('reason')}
      className={classNames('flex min-w-0 gap-1 overflow-x-auto py-1 sm:flex-wrap', className)}
    >
      {REASONS.map((name, index) => (
        <ToggleGroup.Item
          key={name}
          value={name}
          className="flex h-8 touch-row items-center gap-1 rounded-full border border-line px-3 text-sm whitespace-nowrap text-ink-muted transition-colors hover:bg-sunken data-[state=on]:border-brand data-[state=on]:bg-brand-soft data-[state=on]:text-brand-ink"
        >
          {t(name)}
          <span aria-hidden className="hidden text-xs opacity-70 md:inline">
            {index + 1}
          </span>
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

/** One button, the number of packets, and why the customer called. On a phone it stays within the thumb's reach. */
export function LaunchBar(props: LaunchBarProps) {
  const { buttonRef, packets, onPackets, reason, onReason, onLaunch, busy, disabled, again, isRetest } =
    props;
  const t = useTranslations('launch');
  const tSearch = useTranslations('search');
  const Icon = again ? RotateCw : Activity;
  const ask = isRetest
    ? t(again ? 'retestAgain' : 'retest', { count: packets })
    : again
      ? t('again')
      : t('ping');
  return (
    <div
      data-launch-bar
      className="fixed inset-x-0 bottom-0 z-10 flex flex-col-reverse gap-2 border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:static sm:flex-row sm:flex-wrap sm:items-center sm:gap-4 sm:rounded sm:border sm:pb-3 print:hidden"
    >
      <div className="flex gap-2">
        <Button
          size="lg"
          className="w-12 px-0! sm:hidden"
          aria-label={tSearch('label')}
          onClick={focusSearch}
        >
          <Search className="size-5" aria-hidden />
        </Button>
        <Button
          ref={buttonRef}
          variant="primary"
          size="lg"
          className={classNames('min-w-0 flex-1 sm:flex-none', isRetest ? 'px-2! sm:w-60' : 'sm:w-42')}
          disabled={disabled}
          // A button that is switched off loses the focus, and the hand would have to find its way back.
          aria-disabled={busy}
          onClick={busy ? undefined : onLaunch}
          data-testid="launch"
        >
          <Icon className="size-5 shrink-0 max-[22rem]:hidden" aria-hidden />
          {busy ? t('running') : ask}
          {!busy && <Kbd>{again ? 'R' : 'Enter'}</Kbd>}
        </Button>
        <Packets packets={packets} onPackets={onPackets} isRetest={isRetest} />
      </div>
      <Reasons reason={reason} onReason={onReason} className={isRetest ? 'max-sm:hidden' : undefined} />
    </div>
  );
}
