import { ssoRefusalSchema, type SsoRefusal } from './domain/sso';
import { AppError } from './domain/app-error';
import { env } from './env';
import { errorAnswer, respond } from './http';
import { log } from './log';
import type { SignInNotes } from './sign-in-notes';

/** Where the provider sends people back to; `NEXTAUTH_URL/api/auth/callback/sso` is what it must know. */
export const SSO_CALLBACK = 'callback/sso';

/** The pages of next-auth, which are not served: it leads to them when something went wrong. */
const isErrorPage = (url: string | null) => url === null || url.startsWith(`${env().NEXTAUTH_URL}/api/auth/`);

/** Where the browser must go, as next-auth answers the page that asks to begin. */
async function addressIn(response: Response): Promise<string | null> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  const hasUrl = typeof body === 'object' && body !== null && 'url' in body;
  return hasUrl && typeof body.url === 'string' ? body.url : null;
}

function whyRefused(request: Request, { ssoRefusal, error }: SignInNotes): SsoRefusal {
  if (error !== null) log().error({ err: error }, 'a single sign-on failed');
  if (ssoRefusal !== null) return ssoRefusal;
  return new URL(request.url).searchParams.get('error') === 'access_denied' ? 'denied' : 'failed';
}

/**
 * Answers a step of the single sign-on. What goes wrong comes back to the sign-in page as one of a closed set of words,
 * whatever the provider, or whoever made up its answer, wrote into the address.
 */
export async function answerSso(
  path: string,
  request: Request,
  response: Response,
  notes: SignInNotes,
): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set('cache-control', 'no-store');
  if (path !== SSO_CALLBACK) {
    if (!isErrorPage(await addressIn(response))) {
      return new Response(response.body, { status: response.status, headers });
    }
    const error = new AppError('sso_unreachable', 'The identity provider does not answer. Try again later.');
    return respond(errorAnswer(error, notes.requestId), notes.requestId);
  }
  if (!isErrorPage(headers.get('location'))) return new Response(null, { status: 302, headers });
  const word = ssoRefusalSchema.parse(whyRefused(request, notes));
  headers.set('location', `${env().NEXTAUTH_URL}/sign-in?sso=${word}`);
  return new Response(null, { status: 302, headers });
}
