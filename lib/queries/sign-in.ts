import { z } from 'zod';

const csrfSchema = z.object({ csrfToken: z.string() });
const sessionSchema = z.object({ user: z.object({ email: z.string() }).optional() });

const TIMEOUT_MS = 20_000;

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(path, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
}

export type SignInResult =
  | { kind: 'in' }
  | { kind: 'refused' }
  /** The password was right: the code of the second step is missing, is wrong, or fits no more. */
  | { kind: 'code_needed' | 'code_wrong' | 'code_unreadable' }
  /** Too many were tried; how long nobody need try again. */
  | { kind: 'wait'; seconds: number }
  | { kind: 'unreachable' };

const CODE_KINDS = {
  second_step_needed: 'code_needed',
  second_step_wrong: 'code_wrong',
  second_step_unreadable: 'code_unreadable',
} as const;

const refusedSchema = z.object({
  meta: z.object({
    code: z.enum(['second_step_needed', 'second_step_wrong', 'second_step_unreadable']),
  }),
});

/** What a 401 says: next-auth's own is about the password, ours about the code. */
async function whyRefused(answer: Response): Promise<SignInResult> {
  const parsed = refusedSchema.safeParse(await answer.json().catch(() => null));
  return { kind: parsed.success ? CODE_KINDS[parsed.data.meta.code] : 'refused' };
}

/** Signs in with email and password, and with a code where one was asked for. Never throws: what cannot be known is `unreachable`. */
export async function signInWithPassword(
  email: string,
  password: string,
  code: string | null = null,
): Promise<SignInResult> {
  try {
    const { csrfToken } = csrfSchema.parse(await (await ask('/api/auth/csrf')).json());
    const typed = { email, password, ...(code === null ? {} : { code }) };
    const body = new URLSearchParams({ csrfToken, json: 'true', ...typed });
    const answer = await ask('/api/auth/callback/credentials', { method: 'POST', body });
    const { ok, status, headers } = answer;
    if (ok) return { kind: 'in' };
    if (status === 401) return await whyRefused(answer);
    const seconds = Number(headers.get('retry-after') ?? NaN);
    return status === 429 && seconds > 0 ? { kind: 'wait', seconds } : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** The page of the identity provider, from where the single sign-on goes on to `next`; null without an answer. */
export async function beginSso(next: string): Promise<string | null> {
  try {
    const { csrfToken } = csrfSchema.parse(await (await ask('/api/auth/csrf')).json());
    const body = new URLSearchParams({ csrfToken, callbackUrl: next, json: 'true' });
    const answer = await ask('/api/auth/signin/sso', { method: 'POST', body });
    return answer.ok ? z.object({ url: z.url() }).parse(await answer.json()).url : null;
  } catch {
    return null;
  }
}

/** Ends the session. False when Pulso did not say that it has: it may live on, and the banner says that nobody answers. */
export async function signOut(): Promise<boolean> {
  try {
    const { csrfToken } = csrfSchema.parse(await (await ask('/api/auth/csrf')).json());
    const body = new URLSearchParams({ csrfToken, json: 'true' });
    return (await ask('/api/auth/signout', { method: 'POST', body })).ok;
  } catch {
    return false;
  }
}

/** The email of whoever is signed in in this browser; null when nobody is. */
export async function whoIsSignedIn(): Promise<string | null> {
  const { user } = sessionSchema.parse(await (await ask('/api/auth/session')).json());
  return user?.email ?? null;
}
