import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Person } from './domain/role';
import { pageSession } from './page-session';
import { isSetupOpen } from './setup';

/**
 * The person a page is for. Without one the visitor is sent to sign in, and from there back to this page; where nobody
 * has an account yet, to the first run. Who must set up a second step sees no page but the one that may show it.
 */
export async function pageActor({ mayEnrol = false } = {}): Promise<Person> {
  const path = encodeURIComponent((await headers()).get('x-path') ?? '/');
  const actor = await pageSession();
  if (actor?.kind === 'user' && actor.mustEnrol && !mayEnrol) redirect(`/second-step?callbackUrl=${path}`);
  if (actor?.kind === 'user') return actor;
  if (await isSetupOpen()) redirect('/setup');
  return redirect(`/sign-in?callbackUrl=${path}`);
}
