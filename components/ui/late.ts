import { useEffect, useSyncExternalStore } from 'react';

/** Code that is fetched when somebody is about to need it, once for all who wait for it. */
export type Late<Code> = {
  /** The code, or null while it is not here. */
  useCode: () => Code | null;
  /** The same, asked for again and again as long as it is due and not here; nobody need press anything. */
  useDue: (isDue: boolean) => Code | null;
  /** True when it could not be fetched the last time. */
  useFailed: () => boolean;
  /** Fetches it. Rejects where that fails, and the next call asks again. */
  fetch: () => Promise<void>;
  /** Fetches it. Without a connection nothing happens, and the next time asks again. */
  ask: (whenHere?: () => void) => void;
};

const AGAIN_MS = 3000;

export function late<Code>(load: () => Promise<Code>): Late<Code> {
  let code: Code | null = null;
  let hasFailed = false;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const note = (loaded: Code | null) => {
    code = loaded;
    hasFailed = loaded === null;
    listeners.forEach((listener) => listener());
  };
  const fetch = async () => {
    if (code !== null) return;
    try {
      note(await load());
    } catch (error) {
      if (code === null) note(null);
      throw error;
    }
  };
  const ask = (whenHere?: () => void) => {
    if (code !== null) return whenHere?.();
    void fetch().then(whenHere, () => {});
  };
  const useCode = () =>
    useSyncExternalStore(
      subscribe,
      () => code,
      () => null,
    );
  const useFailed = () =>
    useSyncExternalStore(
      subscribe,
      () => hasFailed,
      () => false,
    );
  const useDue = (isDue: boolean) => {
    const here = useCode();
    const isMissing = isDue && here === null;
    useEffect(() => {
      if (!isMissing) return;
      ask();
      const timer = setInterval(() => ask(), AGAIN_MS);
      return () => clearInterval(timer);
    }, [isMissing]);
    return here;
  };
  return { useCode, useDue, useFailed, fetch, ask };
}
