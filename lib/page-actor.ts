import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { actorOfSession } from './auth';
import type { Actor } from './domain/role';

/** The person a page is for. Without one the visitor is sent to sign in, and from there back to this page. */
export async function pageActor(): Promise<Extract<Actor, { kind: 'user' }>> {
  const requestHeaders = await headers();
  const actor = await actorOfSession(requestHeaders);
  if (actor?.kind === 'user') return actor;
  return redirect(`/sign-in?callbackUrl=${encodeURIComponent(requestHeaders.get('x-path') ?? '/')}`);
}
