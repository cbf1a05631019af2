import { getTranslations } from 'next-intl/server';
import { can, type Action } from './domain/role';
import { pageSession } from './page-session';

/** What the tab of a page says. To somebody who may not see the page it says no more than the page does: nothing is here. */
export async function titleForWhoMay(action: Action, title: string): Promise<{ title: string }> {
  const tApp = await getTranslations('app');
  const tProblem = await getTranslations('problem');
  const actor = await pageSession();
  // Whoever is not signed in is sent to sign in before any title is read.
  const isRefused = actor?.kind === 'user' && !can(actor, action);
  return { title: `${isRefused ? tProblem('notFoundTitle') : title} · ${tApp('name')}` };
}
