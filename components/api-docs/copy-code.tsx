'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { useCopy } from '@/components/ui/use-copy';

/** A block of code with a button that copies it. A keyboard scrolls it too. */
export function CopyCode({ code, label, className }: { code: string; label: string; className?: string }) {
  const t = useTranslations('apiDocs');
  const { isCopied: copied, copy } = useCopy(() => code);
  const Icon = copied ? Check : Copy;
  return (
    <div className={classNames('relative min-w-0 rounded border border-line bg-sunken', className)}>
      <pre
        tabIndex={0}
        role="group"
        aria-label={label}
        lang="en"
        className="max-h-96 overflow-auto rounded p-3 pr-12 font-mono text-xs whitespace-pre text-ink"
      >
        {code}
      </pre>
      <button
        type="button"
        onClick={copy}
        aria-label={copied ? t('copied') : t('copy', { what: label })}
        className="absolute top-1.5 right-1.5 flex size-8 items-center justify-center rounded border border-line bg-surface text-ink-muted hover:text-ink print:hidden"
      >
        <Icon className="size-4" aria-hidden />
      </button>
      <span role="status" className="sr-only">
        {copied ? t('copied') : ''}
      </span>
    </div>
  );
}
