'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { CONTROL } from '@/components/ui/field';

const DEBOUNCE_MS = 300;

/** Part of a name, an id or an address. What was typed is looked for once the typing rests, or at Enter. */
export function TextFilter({ value, onValue }: { value: string; onValue: (text: string) => void }) {
  const t = useTranslations('audit');
  const [text, setText] = useState(value);
  const [sent, setSent] = useState(value);
  // The address changed by other means: going back, or taking all filters away.
  if (value !== sent) {
    setSent(value);
    setText(value);
  }
  const send = () => {
    if (text.trim() === sent) return;
    setSent(text.trim());
    onValue(text.trim());
  };
  useEffect(() => {
    const timer = setTimeout(send, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <input
      type="search"
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && send()}
      placeholder={t('text')}
      aria-label={t('textLabel')}
      autoComplete="off"
      spellCheck={false}
      className={`${CONTROL} sm:w-80!`}
    />
  );
}
