// This module handles the session secret and passwords. The cookie carries only a session id: role and name are read
// from the database on every request, so that revoking, disabling and a change of role act on the next one.
import { randomUUID } from 'node:crypto';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { getToken, type JWT } from 'next-auth/jwt';
import { z } from 'zod';
import { clock, database } from './compose';
import { getSessionActor, insertSession, revokeSession } from './db/sessions';
import { getUserForSignIn } from './db/users';
import type { Actor } from './domain/role';
import { env } from './env';
import { log } from './log';
import { verifyPassword } from './password';

const SESSION_SECONDS = 12 * 3600;

const isHttps = () => env().NEXTAUTH_URL.startsWith('https://');

/** Over plain http a `__Host-` cookie would be refused by the browser and signing in would loop. */
const sessionCookie = () => `${isHttps() ? '__Host-' : ''}next-auth.session-token`;

const credentialsSchema = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().min(1).max(128),
});

async function authorize(credentials: unknown): Promise<{ id: string } | null> {
  const parsed = credentialsSchema.safeParse(credentials);
  if (!parsed.success) return null;
  try {
    const account = await getUserForSignIn(database(), parsed.data.email);
    const fits = await verifyPassword(parsed.data.password, account?.passwordHash ?? null);
    if (!fits || account === null || account.user.disabledAt !== null) return null;
    const now = clock().now();
    const id = randomUUID();
    const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
    await insertSession(database(), { id, userId: account.user.id, createdAt: now, expiresAt });
    return { id };
  } catch (error) {
    // What went wrong is for the log. The page gets one word, because "wrong password" would not be true.
    log().error({ err: error }, 'a sign-in could not be checked');
    throw new Error('unavailable');
  }
}

async function sessionActor(token: JWT | null): Promise<Actor | null> {
  const sid = z.uuid().safeParse(token?.sid);
  return sid.success ? getSessionActor(database(), sid.data, clock().now()) : null;
}

/**
 * Only a path of our own may follow a sign-in; `//host` and `/\host` would leave, and so would `/<tab>/host`, because a
 * browser drops tabs and line breaks from an address.
 */
export const safePath = (path: string | null | undefined) =>
  path && /^\/(?![/\\])[^\u0000-\u001f\u007f]*$/.test(path) ? path : '/';

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
    providers: [CredentialsProvider({ credentials: { email: {}, password: {} }, authorize })],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      async session({ session, token }) {
        const actor = await sessionActor(token);
        const user =
          actor?.kind === 'user' ? { name: actor.name, email: actor.email, role: actor.role } : undefined;
        return { expires: session.expires, user };
      },
      redirect: ({ url, baseUrl }) =>
        baseUrl + safePath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    },
    events: {
      async signOut({ token }) {
        const sid = z.uuid().safeParse(token.sid);
        if (sid.success) await revokeSession(database(), sid.data, clock().now());
      },
    },
    logger: {
      error: (code) => log().warn({ code }, 'next-auth reports an error'),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** The person behind the session cookie of these headers; null when there is none or it no longer counts. */
export async function actorOfSession(headers: Headers): Promise<Actor | null> {
  const cookies = Object.fromEntries(
    (headers.get('cookie') ?? '').split(/;\s*/).map((pair) => {
      const cut = pair.indexOf('=');
      return [pair.slice(0, cut), pair.slice(cut + 1)];
    }),
  );
  const req = { headers: {}, cookies } as unknown as Parameters<typeof getToken>[0]['req'];
  const token = await getToken({ req, secret: env().NEXTAUTH_SECRET, cookieName: sessionCookie() });
  return sessionActor(token);
}
