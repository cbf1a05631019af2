'use client';

import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { Kbd } from '@/components/ui/kbd';

const DEBOUNCE_MS = 300;

type TextFilterProps = {
  value: string;
  /** `settled` where somebody has finished typing: that is a step for the back button. */
  onValue: (text: string, settled: boolean) => void;
  input: RefObject<HTMLInputElement | null>;
};

/** Looks for a name, an address, a case code or words of a note while somebody types. */
export function TextFilter({ value, onValue, input }: TextFilterProps) {
  const t = useTranslations('historyFilter');
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  // A value that did not come from here, as after going back, stands in the field too.
  if (value !== seen) {
    setSeen(value);
    if (value !== sent) {
      setSent(value);
      setText(value);
    }
  }
  const send = (next: string, settled: boolean) => {
    const trimmed = next.trim();
    if (trimmed === sent) return;
    setSent(trimmed);
    onValue(trimmed, settled);
  };
  useEffect(() => {
    const timer = setTimeout(() => send(text, false), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      send(text, true);
      input.current?.blur();
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (text === '') input.current?.blur();
    setText('');
    send('', true);
  };
  return (
    <div className="flex h-9 w-full items-center gap-2 rounded border border-line-strong bg-surface px-3 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-(--brand)">
      <Search className="size-4 shrink-0 text-ink-muted" aria-hidden />
      <input
        ref={input}
        type="text"
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={t('text')}
        aria-label={t('textLabel')}
        autoComplete="off"
        spellCheck={false}
        data-testid="history-text"
        className="h-full min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-ellipsis placeholder:text-ink-muted sm:text-sm"
      />
      {text === '' ? (
        <Kbd className="text-ink-muted">/</Kbd>
      ) : (
        <button
          type="button"
          aria-label={t('clearText')}
          onClick={() => {
            setText('');
            send('', true);
          }}
          className="rounded-sm p-1"
        >
          <X className="size-4" aria-hidden />
        </button>
      )}
    </div>
  );
}
