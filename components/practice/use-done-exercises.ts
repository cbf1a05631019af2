'use client';

import { useState } from 'react';
import { z } from 'zod';

const KEY = 'pulso-practice-done';
const storedSchema = z.array(z.string());

function read(): ReadonlySet<string> {
  try {
    return new Set(storedSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? '[]')));
  } catch {
    // A browser that keeps nothing begins anew.
    return new Set();
  }
}

/** Which exercises are done, kept in this browser because people share the account. */
export function useDoneExercises(): [done: ReadonlySet<string>, toggle: (name: string) => void] {
  const [done, setDone] = useState(read);
  const toggle = (name: string) => {
    const next = new Set(done);
    if (!next.delete(name)) next.add(name);
    setDone(next);
    try {
      localStorage.setItem(KEY, JSON.stringify([...next]));
    } catch {
      // Then the ticks last as long as the page.
    }
  };
  return [done, toggle];
}
