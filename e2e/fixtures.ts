import { test as base, expect, type BrowserContext, type BrowserContextOptions } from '@playwright/test';
import type { Role, Scope } from '@/lib/domain/role';
import { accountOf, makeToken, signIn, type Session } from './accounts';
import { ApiClient } from './api-client';
import { Desk } from './desk';
import { environment } from './environment';
import { Guard } from './guard';
import { simulator, type Simulator } from './simulator';

type Sessions = (role: Role) => Promise<Session>;

/** Everybody who takes part in a story, each in a browser of their own. */
type Team = {
  /** A desk where this role is signed in; not opened yet. */
  desk(role: Role, options?: BrowserContextOptions): Promise<Desk>;
  /** The API as this person's browser reaches it. */
  api(role: Role): Promise<ApiClient>;
};

type Fixtures = {
  guard: Guard;
  /** Who sits at `desk`. */
  role: Role;
  desk: Desk;
  team: Team;
  /** A program with a token that may do everything that a token may. */
  api: ApiClient;
  /** A program with a token of these scopes only. */
  apiWith: (...scopes: Scope[]) => Promise<ApiClient>;
  /** A program without any credentials. */
  stranger: ApiClient;
  simulator: Simulator;
};

type WorkerFixtures = { sessions: Sessions; token: string };

export const test = base.extend<Fixtures, WorkerFixtures>({
  sessions: [
    async ({}, provide) => {
      const kept = new Map<Role, Promise<Session>>();
      await provide((role) => {
        const session = kept.get(role) ?? signIn(accountOf(role));
        kept.set(role, session);
        return session;
      });
    },
    { scope: 'worker' },
  ],
  token: [
    async ({}, provide, { workerIndex }) => {
      const scopes = ['ping:write', 'ping:read', 'services:read', 'history:read'] as const;
      await provide(await makeToken(`story-${workerIndex}`, scopes));
    },
    { scope: 'worker' },
  ],
  guard: async ({}, provide) => {
    const guard = new Guard();
    await provide(guard);
    expect(guard.troubles, 'nothing goes wrong behind the scenes').toEqual([]);
  },
  context: async ({ context, guard }, provide) => {
    await guard.watch(context);
    await provide(context);
  },
  role: ['agent', { option: true }],
  desk: async ({ page, context, sessions, role }, provide) => {
    await context.addCookies((await sessions(role)).cookies);
    await provide(new Desk(page, accountOf(role)));
  },
  team: async ({ browser, baseURL, guard, sessions, playwright }, provide) => {
    const contexts: BrowserContext[] = [];
    const programs: { dispose(): Promise<void> }[] = [];
    await provide({
      async desk(role, options = {}) {
        const storageState = await sessions(role);
        const context = await browser.newContext({ ...options, storageState });
        contexts.push(context);
        await guard.watch(context);
        return new Desk(await context.newPage(), accountOf(role));
      },
      async api(role) {
        const http = await playwright.request.newContext({ baseURL, storageState: await sessions(role) });
        programs.push(http);
        return new ApiClient(http);
      },
    });
    await Promise.all(programs.map((program) => program.dispose()));
    await Promise.all(contexts.map((context) => context.close()));
  },
  apiWith: async ({ playwright }, provide, { testId }) => {
    const programs: { dispose(): Promise<void> }[] = [];
    await provide(async (...scopes) => {
      const token = await makeToken(`story ${testId}`, scopes);
      const http = await playwright.request.newContext({
        baseURL: environment().BASE_URL,
        extraHTTPHeaders: { authorization: `Bearer ${token}` },
      });
      programs.push(http);
      return new ApiClient(http);
    });
    await Promise.all(programs.map((program) => program.dispose()));
  },
  api: async ({ playwright, token }, provide) => {
    const http = await playwright.request.newContext({
      baseURL: environment().BASE_URL,
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    });
    await provide(new ApiClient(http));
    await http.dispose();
  },
  stranger: async ({ playwright }, provide) => {
    const http = await playwright.request.newContext({ baseURL: environment().BASE_URL });
    await provide(new ApiClient(http));
    await http.dispose();
  },
  simulator: async ({}, provide) => provide(simulator),
});

export { expect };
