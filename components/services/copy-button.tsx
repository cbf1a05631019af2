'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Tooltip } from '@/components/ui/tooltip';
import { useCopy } from '@/components/ui/use-copy';

/** A value that a click copies. */
export function CopyButton({ value, label, children }: { value: string; label: string; children: string }) {
  const t = useTranslations('service');
  const { isCopied: copied, copy } = useCopy(() => value);
  const Icon = copied ? Check : Copy;
  return (
    <Tooltip label={copied ? t('copied') : label}>
      <button
        type="button"
        onClick={copy}
        className="touch-area -mx-1 inline-flex items-center gap-1 rounded-sm px-1 text-left tabular-nums hover:bg-sunken"
      >
        {children}
        <Icon className="size-4 shrink-0 text-ink-muted print:hidden" aria-hidden />
        <span className="sr-only">{copied ? t('copied') : label}</span>
      </button>
    </Tooltip>
  );
}
