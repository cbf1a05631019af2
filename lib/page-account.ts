import { pageSession } from './page-session';

/** Whom the header of a page is for; null for nobody, and for who has yet to set up a second step. */
export async function pageAccount() {
  const actor = await pageSession();
  if (actor?.kind !== 'user' || actor.mustEnrol) return null;
  return { name: actor.name, email: actor.email, role: actor.role };
}
