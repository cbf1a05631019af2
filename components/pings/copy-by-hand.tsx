import { useTranslations } from 'next-intl';

/** The text itself, where the browser did not let us copy it. */
export function CopyByHand({ text, rows }: { text: string; rows: number }) {
  const t = useTranslations('ticket');
  return (
    <label className="flex flex-col gap-1 text-sm">
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
