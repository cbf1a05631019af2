import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

/** The text itself, where the browser did not let us copy it. */
export function CopyByHand({ text, rows }: { text: string; rows: number }) {
  const t = useTranslations('ticket');
  const place = useRef<HTMLLabelElement>(null);
  // It may begin below the fold, where whoever pressed a key would not look for it.
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <label ref={place} className="flex flex-col gap-1 text-sm">
      {t('failed')}
      <textarea
        readOnly
        value={text}
        rows={rows}
        className="w-full rounded border border-line-strong bg-surface p-2 text-xs"
      />
    </label>
  );
}
