import { chromium, type Page } from '@playwright/test';
import { accountOf, signIn as signInOverHttp } from '@/e2e/accounts';
import { QUIET_BROWSER } from '@/e2e/quiet-browser';
import { freePort } from '@/lib/db/free-port';
import type { Scope } from '../shutdown';

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
    args: [`--remote-debugging-port=${debuggingPort}`, ...QUIET_BROWSER],
  });
  scope.defer(() => context.close());
  const signIn = async () => {
    const { cookies } = await signInOverHttp(accountOf('supervisor'), baseURL);
    await context.addCookies(cookies);
  };
  await signIn();
  return { page: await context.newPage(), debuggingPort, signIn, signOut: () => context.clearCookies() };
}
