import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { notePageRefusal } from './admission';
import { can, type Action, type Person } from './domain/role';
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

/** The same for a page that not every role may see. Nobody else learns that it is there, and that they asked is on record. */
export async function pageActorWhoMay(action: Action): Promise<Person> {
  const actor = await pageActor();
  if (can(actor, action)) return actor;
  await notePageRefusal(actor, await headers());
  return notFound();
}
