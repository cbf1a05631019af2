'use client';

import { Download, FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState, type DragEvent } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { TEMPLATE_ADDRESS } from '@/lib/queries/imports';

/** Where a file is dropped, or chosen by those who do not drag. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('directoryImport');
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <div
      data-testid="drop"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={classNames(
        'flex flex-col items-center gap-3 rounded border border-dashed px-4 py-8 text-center',
        isOver ? 'border-brand bg-brand-soft' : 'border-line-strong',
      )}
    >
      <FileUp className="size-6 text-ink-muted" aria-hidden />
      <p className="flex flex-wrap items-center justify-center gap-2">
        <span className="hidden sm:inline">
          {t('drop')} {t('or')}
        </span>
        <Button onClick={() => input.current?.click()}>{t('choose')}</Button>
      </p>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        className="sr-only"
        tabIndex={-1}
        aria-label={t('choose')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after it was corrected.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <p className="max-w-md text-sm text-pretty text-ink-muted">{t('accepts')}</p>
      <a
        href={TEMPLATE_ADDRESS}
        download
        className="inline-flex items-center gap-2 rounded-sm text-sm font-medium text-brand-ink underline-offset-4 hover:underline"
      >
        <Download className="size-4" aria-hidden />
        {t('template')}
      </a>
    </div>
  );
}
