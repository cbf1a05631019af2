// Everything of next-auth that can be reached from outside goes through here.
import NextAuth from 'next-auth';
import { authOptions, deviceCookie, isHttps } from './auth';
import { AppError } from './domain/app-error';
import { env } from './env';
import { errorAnswer, respond, unknownPath } from './http';
import { isOwnOrigin } from './own-origin';
import { requestIdOf, within } from './request-scope';
import { DEVICE_DAYS } from './sign-in';
import { answerSso, SSO_CALLBACK } from './sso-answer';
import { signInNotes, type SignInNotes } from './sign-in-notes';
import { SSO_ID, signInWays } from './sso';

/** The few paths of next-auth that this product uses; its own pages have no content policy. */
const SERVED: Record<string, readonly string[]> = {
  GET: ['csrf', 'session'],
  POST: ['callback/credentials', 'signout'],
};
const SERVED_WITH_SSO: Record<string, readonly string[]> = {
  GET: [SSO_CALLBACK],
  POST: [`signin/${SSO_ID}`],
};

type RouteContext = { params: Promise<{ nextauth: string[] }> };

function deviceCookieOf(token: string): string {
  const secure = isHttps() ? '; Secure' : '';
  return `${deviceCookie()}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${DEVICE_DAYS * 86_400}${secure}`;
}

function isServed(method: string, path: string): boolean {
  const isOfSso = SERVED_WITH_SSO[method]?.includes(path) ?? false;
  return (SERVED[method]?.includes(path) ?? false) || (isOfSso && signInWays().sso !== null);
}

/** All that our pages send, and all that next-auth reads without falling over what is broken. */
const isForm = (headers: Headers) =>
  /^application\/x-www-form-urlencoded\b/i.test(headers.get('content-type') ?? '');

/** Answers what next-auth answers, and in our own envelope what it has no words for. */
export function answerAuth(request: Request, context: RouteContext): Promise<Response> {
  const requestId = requestIdOf(request);
  return within({ request_id: requestId }, () => answer(request, context, requestId));
}

async function answer(request: Request, context: RouteContext, requestId: string): Promise<Response> {
  const refuse = (error: unknown) => respond(errorAnswer(error, requestId), requestId);
  const { nextauth } = await context.params;
  // A slash within a part would make two of it here, and none for next-auth.
  const path = nextauth.some((part) => part.includes('/')) ? '' : nextauth.join('/');
  if (!isServed(request.method, path)) return unknownPath(request, context);
  if (request.method === 'POST' && !isOwnOrigin(request.headers.get('origin'))) {
    return refuse(new AppError('foreign_origin', 'This request comes from another site. Open Pulso itself.'));
  }
  if (request.method === 'POST' && !isForm(request.headers)) {
    const message = 'Send a form, with the header "Content-Type: application/x-www-form-urlencoded".';
    return refuse(new AppError('unsupported_media_type', message));
  }
  if (path === 'callback/credentials' && !env().PASSWORD_SIGN_IN) {
    return refuse(new AppError('password_off', 'This server takes no passwords. Use the single sign-on.'));
  }
  const empty = { error: null, deviceToken: null, ssoRefusal: null };
  const notes: SignInNotes = { headers: request.headers, requestId, ...empty };
  const response = await signInNotes().run(notes, () => NextAuth(authOptions())(request, context));
  if (path.endsWith(`/${SSO_ID}`)) return answerSso(path, request, response, notes);
  if (notes.error !== null) return refuse(notes.error);
  const headers = new Headers(response.headers);
  headers.set('cache-control', 'no-store');
  if (notes.deviceToken !== null) headers.append('set-cookie', deviceCookieOf(notes.deviceToken));
  return new Response(response.body, { status: response.status, headers });
}
