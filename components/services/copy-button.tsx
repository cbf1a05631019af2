'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Tooltip } from '@/components/ui/tooltip';

const SHOWN_MS = 1500;

/** A value that a click copies. */
export function CopyButton({ value, label, children }: { value: string; label: string; children: string }) {
  const t = useTranslations('service');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      // Without https a browser has no clipboard; the value stands there to be selected by hand.
      return;
    }
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  const Icon = copied ? Check : Copy;
  return (
    <Tooltip label={copied ? t('copied') : label}>
      <button
        type="button"
        onClick={() => void copy()}
        className="-mx-1 inline-flex items-center gap-1 rounded-sm px-1 tabular-nums hover:bg-sunken"
      >
        {children}
        <Icon className="size-3.5 text-ink-muted" aria-hidden />
        <span className="sr-only">{copied ? t('copied') : label}</span>
      </button>
    </Tooltip>
  );
}
