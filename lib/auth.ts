// This module handles the session secret and passwords. The cookie carries only a session id: role and name are read
// from the database on every request, so that revoking, disabling and a change of role act on the next one.
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { getToken, type JWT } from 'next-auth/jwt';
import { z } from 'zod';
import { clock, database, settingsNow } from './compose';
import { cookiesOf } from './cookies';
import { insertAuditEntry } from './db/audit-entries';
import { getSessionActor, revokeSession, touchSession } from './db/sessions';
import { AppError } from './domain/app-error';
import { typedCodeSchema } from './domain/second-step';
import { SESSION_SECONDS } from './domain/idle-limit';
import type { Actor } from './domain/role';
import { env } from './env';
import { log } from './log';
import { TooManyHashesError } from './password';
import { originOf } from './request-origin';
import { signIn } from './sign-in';
import { signInNotes, type SignInNotes } from './sign-in-notes';
import type { SecondStepRefusal } from './sign-in-second-step';
import { ssoProviders } from './sso';

export const isHttps = () => env().NEXTAUTH_URL.startsWith('https://');

/** Over plain http a `__Host-` cookie would be refused by the browser and signing in would loop. */
const sessionCookie = () => `${isHttps() ? '__Host-' : ''}next-auth.session-token`;

/** Says in which browser somebody has signed in before; see `lib/sign-in-limits.ts`. */
export const deviceCookie = () => `${isHttps() ? '__Host-' : ''}pulso-device`;

const credentialsSchema = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().min(1).max(128),
  /** The second step, which the page asks for only when it is told to. */
  code: typedCodeSchema.optional(),
});

/** What a right password alone is answered, beside next-auth. */
const SECOND_STEP: Record<SecondStepRefusal, AppError> = {
  code_needed: new AppError('second_step_needed', 'Send the code of your authenticator app as well.'),
  code_wrong: new AppError('second_step_wrong', 'This code is not right, or was used before.'),
  code_unreadable: new AppError(
    'second_step_unreadable',
    'The secret of this server was changed, and no code of an app fits any more. Use a recovery code, or ask an administrator to reset the second step.',
  ),
};

const deviceTokenSchema = z.string().regex(/^[\w-]{43}$/);

async function authorize(credentials: unknown, notes: SignInNotes): Promise<{ id: string } | null> {
  const parsed = credentialsSchema.safeParse(credentials);
  if (!parsed.success) return null;
  const deviceToken = deviceTokenSchema.safeParse(cookiesOf(notes.headers)[deviceCookie()]).data ?? null;
  const origin = originOf(notes.headers, notes.requestId);
  const { code = null, ...typed } = parsed.data;
  const outcome = await signIn({ ...typed, code, deviceToken, origin });
  if (outcome.kind === 'in') {
    notes.deviceToken = outcome.deviceToken;
    return { id: outcome.sessionId };
  }
  if (outcome.kind === 'wait') {
    const message = 'Too many sign-ins were tried. Wait, and try again.';
    notes.error = new AppError('rate_limited', message, { retryAfterSeconds: outcome.retryAfterSeconds });
  } else if (outcome.kind !== 'refused') {
    notes.error = SECOND_STEP[outcome.kind];
  }
  return null;
}

/** What goes wrong is answered beside next-auth, which would put it into an address. */
async function tryAuthorize(credentials: unknown): Promise<{ id: string } | null> {
  const notes = signInNotes().getStore();
  if (notes === undefined) return null;
  try {
    return await authorize(credentials, notes);
  } catch (error) {
    notes.error = error;
    if (error instanceof TooManyHashesError) {
      const message = 'Many people are signing in at this moment. Try again in a few seconds.';
      notes.error = new AppError('sign_in_busy', message, { retryAfterSeconds: 3 });
    }
    return null;
  }
}

async function sessionActor(token: JWT | null): Promise<Actor | null> {
  const sid = z.uuid().safeParse(token?.sid);
  return sid.success ? getSessionActor(database(), sid.data, clock().now(), settingsNow().read()) : null;
}

/** Ends the session and not only its cookie. One that had ended already leaves no further trace. */
async function signOut(token: JWT): Promise<void> {
  const actor = await sessionActor(token);
  if (actor?.kind !== 'user') return;
  const { headers, requestId } = signInNotes().getStore() ?? { headers: new Headers(), requestId: null };
  const target = { kind: 'user', id: actor.id, name: actor.email };
  const trace = { actor, action: 'sign_out', outcome: 'done', target, changes: null } as const;
  await database().transaction(async (tx) => {
    await revokeSession(tx, actor.sessionId, clock().now());
    await insertAuditEntry(tx, { ...trace, origin: originOf(headers, requestId) });
  });
}

/**
 * Only a path of our own may follow a sign-in; `//host` and `/\host` would leave, and so would `/<tab>/host`, because a
 * browser drops tabs and line breaks from an address.
 */
export function safePath(path: string | null | undefined): string {
  if (!path || !/^\/(?![/\\])[^\u0000-\u001f\u007f]*$/.test(path) || /\p{Surrogate}/u.test(path)) return '/';
  // A header holds no other letters; one that was put there as it is would end in an error.
  return path.replace(/[^\u0020-\u007e]+/g, encodeURI);
}

/**
 * next-auth would answer 500, and again each time, as long as the browser keeps a cookie of its with a foreign address
 * in it: so the cookie goes.
 */
function foreignCallback(): AppError {
  const [prefix, attributes] = isHttps() ? ['__Secure-', '; Secure'] : ['', ''];
  const cookie = `${prefix}next-auth.callback-url=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${attributes}`;
  const message = 'The callbackUrl is no address of Pulso. Leave it out, or try again.';
  return new AppError('invalid_request', message, { headers: { 'set-cookie': cookie } });
}

export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    jwt: { maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: isHttps(),
    cookies: {
      sessionToken: {
        name: sessionCookie(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() },
      },
    },
    providers: [
      ...ssoProviders(),
      CredentialsProvider({ credentials: { email: {}, password: {}, code: {} }, authorize: tryAuthorize }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      async session({ session, token }) {
        const actor = await sessionActor(token).catch((error: unknown) => {
          // next-auth would say that nobody is signed in, and take the cookie away.
          const notes = signInNotes().getStore();
          if (notes !== undefined) notes.error = error;
          throw error;
        });
        const user =
          actor?.kind === 'user' ? { name: actor.name, email: actor.email, role: actor.role } : undefined;
        return { expires: session.expires, user };
      },
      redirect: ({ url, baseUrl }) =>
        baseUrl + safePath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    },
    events: { signOut: ({ token }) => signOut(token) },
    logger: {
      error(code) {
        log().warn({ code }, 'next-auth reports an error');
        const notes = signInNotes().getStore();
        if (code === 'INVALID_CALLBACK_URL_ERROR' && notes !== undefined) notes.error = foreignCallback();
      },
      warn: () => {},
      debug: () => {},
    },
  };
}

/** The browser says this of requests that nobody's hand has caused; see `lib/queries/background-mark.ts`. */
const isBackground = (headers: Headers) =>
  headers.has('x-pulso-background') || headers.has('next-router-prefetch');

/**
 * The person behind the session cookie of these headers; null when there is none or it no longer counts. What somebody
 * does keeps the session alive, and what the page does by itself does not.
 */
export async function actorOfSession(headers: Headers): Promise<Actor | null> {
  const req = { headers: {}, cookies: cookiesOf(headers) } as unknown as Parameters<
    typeof getToken
  >[0]['req'];
  const token = await getToken({ req, secret: env().NEXTAUTH_SECRET, cookieName: sessionCookie() });
  const actor = await sessionActor(token);
  if (actor?.kind === 'user' && !isBackground(headers)) {
    await touchSession(database(), actor.sessionId, clock().now());
  }
  return actor;
}
