'use client';

import { useEffect, useRef, type RefObject } from 'react';

/** A tick box takes no letters: the keys go on working after a step is ticked. */
const FIELDS = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

/** They do something of their own on Enter, or would seem to. */
const CONTROLS = 'button, a, summary, [role="radio"], input[type="radio"]';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null;
}

/** Controls have their own meaning for Enter, and an open dialog or menu takes the keyboard for itself. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return true;
  return event.key === 'Enter' && target !== null && target.closest(CONTROLS) !== null;
}

type Shortcuts = Record<string, (() => void) | undefined>;

/** What the keys of the page do now, of each part of it. */
const inUse = new Set<RefObject<Shortcuts>>();

/** What this key does on the page as it is now; null where it does nothing. */
export function actionOfKey(key: string): (() => void) | null {
  for (const { current } of inUse) if (current[key] !== undefined) return current[key];
  return null;
}

/** Single keys for the whole page, by the character they type; never while somebody is typing in a field. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      if (isTyping(event.target) || isTaken(event)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const run = latest.current[key];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    inUse.add(latest);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      inUse.delete(latest);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
