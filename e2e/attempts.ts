import { z } from 'zod';
import type { Role } from '@/lib/domain/role';
import { makeAccount, signIn } from './accounts';
import { cookieHeader, rawRequest, type RawAnswer } from './raw-request';

/** What attempts to get in have in common: they speak below every client. */
export const SESSION = 'next-auth.session-token';
export const form = { 'content-type': 'application/x-www-form-urlencoded' };
export const json = { 'content-type': 'application/json' };

export const dataOf = (answer: RawAnswer) => (JSON.parse(answer.text) as { data: unknown }).data;

export const cookiesIn = ({ headers }: RawAnswer) =>
  [headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0] ?? '');

/** The token of the sign-in form, and the cookies that belong to it. */
async function csrf(): Promise<{ cookie: string; csrfToken: string }> {
  const answer = await rawRequest({ path: '/api/auth/csrf' });
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(JSON.parse(answer.text));
  return { cookie: cookiesIn(answer).join('; '), csrfToken };
}

/** Sends a form of the sign-in as the page does, with more cookies if there are any. */
export async function sendForm(
  path: string,
  fields: Record<string, string>,
  more: readonly string[] = [],
): Promise<RawAnswer> {
  const { cookie, csrfToken } = await csrf();
  const data = new URLSearchParams({ ...fields, csrfToken, json: 'true' }).toString();
  const headers = { ...form, cookie: [cookie, ...more].join('; ') };
  return rawRequest({ method: 'POST', path: `/api/auth/${path}`, headers, data });
}

/** Somebody with this role who has signed in. */
export async function person(name: string, role: Role) {
  const account = await makeAccount(name, role);
  return { ...account, cookie: cookieHeader((await signIn(account)).cookies) };
}

export const profile = (headers: Record<string, string>) => rawRequest({ path: '/api/v1/profile/', headers });
