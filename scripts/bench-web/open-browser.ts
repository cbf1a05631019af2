import { chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import { freePort } from '@/lib/db/free-port';
import { DEMO_ACCOUNTS } from '@/lib/demo/demo-accounts';
import type { Scope } from '../shutdown';

const csrfSchema = z.object({ csrfToken: z.string() });

export type SignedInBrowser = {
  page: Page;
  /** Where other programs steer the same browser, its cookies included. */
  debuggingPort: number;
  signIn(): Promise<void>;
  signOut(): Promise<void>;
};

/** A browser without a window in which the supervisor of the demo is signed in. */
export async function openBrowser(scope: Scope, baseURL: string): Promise<SignedInBrowser> {
  const debuggingPort = await freePort();
  const context = await chromium.launchPersistentContext('', {
    executablePath: process.env.CHROMIUM_PATH,
    baseURL,
    locale: 'es',
    args: [
      `--remote-debugging-port=${debuggingPort}`,
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  scope.defer(() => context.close());
  const supervisor = DEMO_ACCOUNTS.find(({ role }) => role === 'supervisor');
  async function signIn() {
    const { csrfToken } = csrfSchema.parse(await (await context.request.get('/api/auth/csrf')).json());
    const form = {
      csrfToken,
      email: supervisor?.email ?? '',
      password: supervisor?.password ?? '',
      json: 'true',
    };
    const answer = await context.request.post('/api/auth/callback/credentials', { form });
    if (!answer.ok()) throw new Error(`The supervisor of the demo could not sign in: ${answer.status()}.`);
  }
  await signIn();
  return { page: await context.newPage(), debuggingPort, signIn, signOut: () => context.clearCookies() };
}
