'use client';

import { Activity, ChevronDown, RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ToggleGroup } from 'radix-ui';
import type { RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Menu, MenuChoices } from '@/components/ui/menu';
import { REASONS, reasonSchema, type Reason } from '@/lib/domain/ping';

export const PACKET_CHOICES = [4, 10, 20] as const;

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
};

function Packets({ packets, onPackets }: Pick<LaunchBarProps, 'packets' | 'onPackets'>) {
  const t = useTranslations('launch');
  const trigger = (
    <Button
      size="lg"
      className="px-3 tabular-nums"
      aria-label={t('packetsCount', { count: packets })}
      data-testid="packets"
    >
      {packets}
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

function Reasons({ reason, onReason }: Pick<LaunchBarProps, 'reason' | 'onReason'>) {
  const t = useTranslations('reason');
  const tLaunch = useTranslations('launch');
  return (
    <ToggleGroup.Root
      type="single"
      value={reason ?? ''}
      onValueChange={(value) => onReason(reasonSchema.safeParse(value).data ?? null)}
      aria-label={tLaunch('reason')}
      className="flex min-w-0 gap-1 overflow-x-auto py-1"
    >
      {REASONS.map((name, index) => (
        <ToggleGroup.Item
          key={name}
          value={name}
          className="flex h-8 items-center gap-1.5 rounded-full border border-line px-3 text-sm whitespace-nowrap text-ink-muted transition-colors hover:bg-sunken data-[state=on]:border-brand data-[state=on]:bg-brand-soft data-[state=on]:text-brand-ink"
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
  const { buttonRef, packets, onPackets, reason, onReason, onLaunch, busy, disabled, again } = props;
  const t = useTranslations('launch');
  const Icon = again ? RotateCw : Activity;
  return (
    <div className="fixed inset-x-0 bottom-0 z-10 flex flex-col-reverse gap-2 border-t border-line bg-surface px-4 py-3 sm:static sm:flex-row sm:flex-wrap sm:items-center sm:gap-4 sm:rounded-lg sm:border print:hidden">
      <div className="flex gap-2">
        <Button
          ref={buttonRef}
          variant="primary"
          size="lg"
          className="flex-1 sm:w-42 sm:flex-none"
          disabled={busy || disabled}
          onClick={onLaunch}
          data-testid="launch"
        >
          <Icon className="size-5" aria-hidden />
          {busy ? t('running') : again ? t('again') : t('ping')}
          {!busy && <Kbd>{again ? 'R' : 'Enter'}</Kbd>}
        </Button>
        <Packets packets={packets} onPackets={onPackets} />
      </div>
      <Reasons reason={reason} onReason={onReason} />
    </div>
  );
}
