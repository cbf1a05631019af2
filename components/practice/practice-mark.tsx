import { getTranslations } from 'next-intl/server';

/** Over every page of a practice room, and on every paper of it: nothing here is real. */
export async function PracticeMark() {
  const t = await getTranslations('practice');
  return (
    <p
      role="note"
      data-testid="practice-mark"
      className="fixed inset-x-0 top-0 z-60 flex h-7 items-center justify-center bg-brand px-3 text-center text-xs font-medium text-brand-contrast print:static print:border print:border-line print:bg-transparent print:text-ink"
    >
      <span className="truncate">
        <strong className="font-semibold">{t('word')}</strong> · {t('mark')}
      </span>
    </p>
  );
}
