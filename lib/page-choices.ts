import { cache } from 'react';
import { database } from './compose';
import { getChoices } from './db/profiles';
import type { Choices } from './domain/profile';
import { pageSession } from './page-session';

export type PageChoices = Choices & {
  /** Whose choices, and which: a browser that keeps this mark has taken them over. */
  mark: string;
};

/** What the person of a page chose for the screen; null for nobody, and while the database does not answer. */
export const pageChoices = cache(async (): Promise<PageChoices | null> => {
  try {
    const actor = await pageSession();
    const choices = actor?.kind === 'user' ? await getChoices(database(), actor.id) : null;
    if (actor === null || choices === null) return null;
    const mark = [actor.id, choices.locale ?? '', choices.theme ?? ''].join('.');
    return { ...choices, mark };
  } catch {
    // The page itself asks as well and says what is wrong; colours and language need not.
    return null;
  }
});
