'use client';

import { useSyncExternalStore } from 'react';

/** What somebody has typed and not saved, or saved for one ping and still sees. */
export type Draft = { text: string; savedFor: string | null };

const EMPTY: Draft = { text: '', savedFor: null };
const PREFIX = 'pulso:draft:';
const OWNER = 'pulso:drafts-of';

// Kept in the tab, so that neither another customer nor a reload loses it, and no other person's tab finds it.
const known = new Map<string, Draft>();
const listeners = new Set<() => void>();
const notify = () => listeners.forEach((listener) => listener());

/** A browser that refuses storage still keeps drafts until the page is left. */
function withStorage<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(window.sessionStorage);
  } catch {
    return null;
  }
}

function parse(stored: string | null): Draft {
  if (stored === null) return EMPTY;
  const [savedFor = '', ...text] = stored.split('\n');
  return { text: text.join('\n'), savedFor: savedFor === '' ? null : savedFor };
}

/** What is kept under this name; an empty draft where nothing is. */
export function readDraft(key: string): Draft {
  const kept = known.get(key);
  if (kept) return kept;
  const draft = parse(withStorage((storage) => storage.getItem(PREFIX + key)));
  known.set(key, draft);
  return draft;
}

export function writeDraft(key: string, draft: Draft): void {
  known.set(key, draft);
  withStorage((storage) =>
    draft.text === ''
      ? storage.removeItem(PREFIX + key)
      : storage.setItem(PREFIX + key, `${draft.savedFor ?? ''}\n${draft.text}`),
  );
  notify();
}

/** Forgets everything that was typed in this tab: whoever sits down next must not find it. */
export function clearDrafts(): void {
  known.clear();
  withStorage((storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
  });
  notify();
}

let ownerNow: string | null = null;

/** Drafts belong to one person: another one who signs in to this tab finds none. */
export function keepDraftsOf(owner: string): void {
  const before = ownerNow ?? withStorage((storage) => storage.getItem(OWNER));
  ownerNow = owner;
  if (before === owner) return;
  clearDrafts();
  withStorage((storage) => storage.setItem(OWNER, owner));
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The draft of one field, such as `ticket:12345` or `search`, wherever it is shown. */
export function useDraft(key: string): [Draft, (draft: Draft) => void] {
  const draft = useSyncExternalStore(
    subscribe,
    () => readDraft(key),
    () => EMPTY,
  );
  return [draft, (next) => writeDraft(key, next)];
}
