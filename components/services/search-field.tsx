import { Command } from 'cmdk';
import { ListFilter, Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode, RefObject } from 'react';
import { FilterChips } from './filter-chips';
import type { ServiceFinder } from './use-service-finder';

type SearchFieldProps = {
  input?: RefObject<HTMLInputElement | null>;
  finder: ServiceFinder;
  placeholder: string;
  label: string;
  /** Shown while the field is empty. */
  hint: ReactNode;
  className: string;
  autoFocus?: boolean;
  onOpen?: (isOpen: boolean) => void;
};

const keepFocus = { onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault() };

/** Where the text is typed, between the filters in force and the way to more of them. */
export function SearchField({ input, finder, hint, className, onOpen, ...field }: SearchFieldProps) {
  const t = useTranslations('search');
  const isEmpty = finder.text === '' && !finder.isFiltered;
  return (
    <div className={`flex items-center gap-2 px-3 pointer-coarse:gap-4 ${className}`}>
      <Search className="size-4 shrink-0 text-ink-muted" aria-hidden />
      <FilterChips finder={finder} />
      <Command.Input
        ref={input}
        value={finder.text}
        onValueChange={finder.setText}
        onFocus={() => onOpen?.(true)}
        onBlur={() => onOpen?.(false)}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' && finder.text === '') finder.undo();
        }}
        placeholder={finder.isFiltered ? '' : field.placeholder}
        aria-label={field.label}
        autoFocus={field.autoFocus}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        inputMode="search"
        enterKeyHint="search"
        spellCheck={false}
        className="h-full min-w-0 flex-1 bg-transparent text-base text-ellipsis outline-none placeholder:text-ink-muted sm:text-sm"
      />
      <button
        type="button"
        aria-label={t('filter')}
        title={t('filter')}
        aria-pressed={finder.isChoosing}
        {...keepFocus}
        onClick={() => {
          input?.current?.focus();
          finder.setChoosing(!finder.isChoosing);
        }}
        className="touch-area rounded-sm p-1 text-ink-muted hover:text-ink aria-pressed:text-brand-ink"
      >
        <ListFilter className="size-4" aria-hidden />
      </button>
      {isEmpty ? (
        hint
      ) : (
        <button
          type="button"
          aria-label={t('clear')}
          {...keepFocus}
          onClick={finder.clear}
          className="touch-area rounded-sm p-1"
        >
          <X className="size-4" aria-hidden />
        </button>
      )}
    </div>
  );
}
