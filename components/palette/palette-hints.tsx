import { useTranslations } from 'next-intl';
import { Kbd } from '@/components/ui/kbd';

/** What Enter does, and the other way: `onPage` is null where no service is chosen. */
export function PaletteHints({ isFiltering, onPage }: { isFiltering: boolean; onPage: (() => void) | null }) {
  const t = useTranslations('palette');
  const tSearch = useTranslations('search');
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-1 text-xs text-ink-muted">
      {isFiltering && <span>{tSearch('filterHint')}</span>}
      {!isFiltering && onPage !== null && (
        <>
          <span className="hidden items-center gap-1 md:flex">
            <Kbd>Enter</Kbd> {t('onDesk')}
          </span>
          <button
            type="button"
            onClick={onPage}
            className="flex items-center gap-1 rounded-sm px-1 py-0.5 hover:text-ink"
            data-testid="palette-page"
          >
            <Kbd>Ctrl</Kbd>
            <Kbd>Enter</Kbd> {t('onPage')}
          </button>
        </>
      )}
      {!isFiltering && onPage === null && (
        <span className="hidden items-center gap-1 md:flex">
          <Kbd>Enter</Kbd> {t('choose')}
        </span>
      )}
    </div>
  );
}
