import { useEffect, useRef, useState } from 'react';

type CopyOptions = {
  /** For how long it is said to be copied; null as long as it is shown. */
  shownMs?: number | null;
};

/**
 * Copies a text. `failed` where the browser did not let us, such as one without https, so that it must be shown or
 * selected to be copied by hand.
 */
export function useCopy(text: () => string, { shownMs = 1500 }: CopyOptions = {}) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
    } catch {
      setState('failed');
      return;
    }
    setState('copied');
    clearTimeout(timer.current);
    if (shownMs !== null) timer.current = setTimeout(() => setState('idle'), shownMs);
  };
  return { state, isCopied: state === 'copied', copy: () => void copy() };
}
