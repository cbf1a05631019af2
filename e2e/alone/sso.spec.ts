import { randomBytes } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { changeAccount, makeAccount } from '../accounts';
import { expect, test as base } from '../fixtures';
import type { Guard } from '../guard';
import { startIdentityProvider, type IdentityProvider, type KnownPerson } from '../identity-provider';
import { withOwnServer } from '../own-server';
import { PeoplePage } from '../people-page';

type Company = { provider: IdentityProvider; url: string };

/** A server that lets people in by the identity provider of a company; passwords too, unless they are off. */
async function withCompany(
  variables: Record<string, string>,
  work: (company: Company) => Promise<void>,
): Promise<void> {
  const provider = await startIdentityProvider();
  const settings = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: 'Acme',
    OIDC_SCOPE: 'openid email profile groups',
    OIDC_ROLE_MAP: 'noc=supervisor,helpdesk=agent,admins=admin',
    OIDC_ALLOWED_DOMAINS: 'acme.example',
    ...variables,
  };
  try {
    await withOwnServer(settings, ({ url }) => {
      provider.knows(`${url}/api/auth/callback/sso`);
      return work({ provider, url });
    });
  } finally {
    await provider.close();
  }
}

const test = base.extend<object, { company: Company }>({
  company: [async ({}, provide) => withCompany({}, provide), { scope: 'worker', timeout: 60_000 }],
});

/** Somebody new with an account at the provider, known by nobody else. */
function hire({ provider }: Company, change: Partial<KnownPerson> = {}): { subject: string } & KnownPerson {
  const subject = randomBytes(6).toString('hex');
  const email = `p-${subject}@acme.example`;
  const person = { name: `Persona ${subject}`, email, isVerified: true, groups: ['helpdesk'], ...change };
  provider.people.set(subject, person);
  return { subject, ...person };
}

/** A browser in which nobody has signed in anywhere. */
async function freshPage(browser: Browser, guard: Guard, { url }: Company): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'es' });
  await guard.watch(context);
  return context.newPage();
}

const button = (page: Page) => page.getByRole('button', { name: 'Entrar con Acme' });

async function enter(page: Page, { provider }: Company, subject: string | null, path = '/'): Promise<void> {
  provider.comes(subject);
  await page.goto(path);
  await button(page).click();
}

/** What the own API says of whoever is signed in. */
async function whoIs(page: Page): Promise<unknown> {
  const answer = await page.request.get('/api/v1/profile/');
  return answer.ok() ? ((await answer.json()) as { data: unknown }).data : answer.status();
}

/** The person is gone, and no trace of them stays in the browser. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.context().clearCookies();
}

test('the first time makes the account with the role of the group, and the place that was asked for follows', async ({
  browser,
  guard,
  company,
}) => {
  const page = await freshPage(browser, guard, company);
  const { subject, email, name } = hire(company, { groups: ['everybody', 'noc'] });
  await enter(page, company, subject, '/history');
  await expect(page).toHaveURL(/\/history/);
  expect(await whoIs(page)).toMatchObject({ email, name, role: 'supervisor', has_password: false });

  const session = (await page.context().cookies()).find((one) => one.name.endsWith('session-token'));
  expect(session, 'the cookie holds no tokens of the provider').toMatchObject({ httpOnly: true });
  expect(session?.value.length).toBeLessThan(400);
  const left = (await page.context().cookies(company.url)).map((one) => one.name);
  expect(left.filter((one) => /pkce|state|nonce/.test(one))).toEqual([]);
});

test('the second time is the same account, and a changed group changes the role of every open session', async ({
  browser,
  guard,
  company,
}) => {
  const page = await freshPage(browser, guard, company);
  const { subject, email } = hire(company);
  await enter(page, company, subject);
  await expect(page).toHaveURL('/');
  expect(await whoIs(page)).toMatchObject({ email, role: 'agent' });

  company.provider.people.set(subject, { ...hire(company), email, groups: ['noc'] });
  const other = await freshPage(browser, guard, company);
  await enter(other, company, subject);
  await expect(other).toHaveURL('/');
  expect(await whoIs(other)).toMatchObject({ email, role: 'supervisor' });
  expect(await whoIs(page), 'on the next request of the first session too').toMatchObject({
    role: 'supervisor',
  });

  company.provider.people.set(subject, { ...hire(company), email, groups: [] });
  await leave(other);
  await enter(other, company, subject);
  await expect(other).toHaveURL('/');
  expect(await whoIs(other), 'without a group that is mapped it stays').toMatchObject({ role: 'supervisor' });
});

test('an account that was there is found by its verified email, once', async ({ browser, guard }) => {
  const account = await makeAccount('sso', 'technician');
  await withCompany({ OIDC_ALLOWED_DOMAINS: '' }, async (domainless) => {
    const mine = hire(domainless, { email: account.email, groups: [] });
    const there = await freshPage(browser, guard, domainless);
    await enter(there, domainless, mine.subject);
    await expect(there).toHaveURL('/');
    expect(await whoIs(there)).toMatchObject({
      email: account.email,
      role: 'technician',
      has_password: true,
    });

    const somebodyElse = hire(domainless, { email: account.email });
    await leave(there);
    await enter(there, domainless, somebodyElse.subject);
    await expect(there).toHaveURL('/sign-in?sso=taken');
    expect(await whoIs(there)).toBe(401);
    await there.context().close();
  });
});

const REFUSED: [what: string, change: Partial<KnownPerson>, word: string, text: RegExp][] = [
  ['whose email is not verified', { isVerified: false }, 'email', /no confirma su correo/],
  ['of a foreign domain', { email: 'x@evil.example' }, 'domain', /dominio/],
  ['of a domain that only ends alike', { email: 'x@evilacme.example' }, 'domain', /dominio/],
  ['without a group that stands for a role', { groups: ['everybody'] }, 'no_role', /no tiene acceso/],
];

for (const [what, change, word, text] of REFUSED) {
  test(`somebody ${what} is refused kindly`, async ({ browser, guard, company }) => {
    const page = await freshPage(browser, guard, company);
    await enter(page, company, hire(company, change).subject);
    await expect(page).toHaveURL(`/sign-in?sso=${word}`);
    await expect(page.getByRole('main').getByRole('alert')).toHaveText(text);
    expect(await whoIs(page)).toBe(401);
  });
}

test('who is disabled here stays out, and so does who gives up there', async ({
  browser,
  guard,
  company,
}) => {
  const page = await freshPage(browser, guard, company);
  const { subject, email } = hire(company);
  await enter(page, company, subject);
  await expect(page).toHaveURL('/');
  // The page finds out by itself that its session is over.
  guard.allow(/status of 401 /);
  await changeAccount(email, { disabledAt: new Date() });
  expect(await whoIs(page)).toBe(401);
  await leave(page);
  await enter(page, company, subject);
  await expect(page).toHaveURL('/sign-in?sso=disabled');
  await leave(page);
  await enter(page, company, null);
  await expect(page).toHaveURL('/sign-in?sso=denied');
});

/** Begins in the page as its button does, and answers where it would lead. */
const begun = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, callbackUrl: '/', json: 'true' });
    const answer = await fetch('/api/auth/signin/sso', { method: 'POST', body });
    return ((await answer.json()) as { url: string }).url;
  });

test('it is asked with PKCE, state and nonce, and an answer in which one of them was changed is refused', async ({
  browser,
  guard,
  company,
}) => {
  const page = await freshPage(browser, guard, company);
  const { subject } = hire(company);
  company.provider.comes(subject);
  await page.goto('/sign-in');
  const asked = new URL(await begun(page)).searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(asked.get(name)?.length, name).toBeGreaterThanOrEqual(43);
    await leave(page);
    await page.goto('/sign-in');
    const tampered = new URL(await begun(page));
    tampered.searchParams.set(name, randomBytes(32).toString('base64url'));
    await page.goto(tampered.href);
    await expect(page, name).toHaveURL('/sign-in?sso=failed');
    expect(await whoIs(page)).toBe(401);
  }
});

test('an answer that nobody asked for is refused, whatever stands in it, and in a word of ours', async ({
  browser,
  guard,
  company,
}) => {
  const page = await freshPage(browser, guard, company);
  for (const query of [
    'code=x&state=y',
    'error=<script>alert(1)</script>&error_description=x',
    'id_token=x',
    '',
  ]) {
    await page.goto(`/api/auth/callback/sso?${query}`);
    await expect(page).toHaveURL('/sign-in?sso=failed');
  }
  await page.goto('/sign-in?sso=<img src=x>');
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
});

test('while the provider does not answer, the page says so and passwords still let in', async ({
  browser,
  guard,
}) => {
  guard.allow(/status of 503 /);
  await withCompany({}, async (company) => {
    const page = await freshPage(browser, guard, company);
    await page.goto('/sign-in');
    await company.provider.close();
    await button(page).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Acme no responde');
    const { email, password } = await makeAccount('sso-password', 'agent');
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(password);
    await page.getByRole('button', { name: 'Entrar', exact: true }).click();
    await expect(page).toHaveURL('/');
    await page.context().close();
  });
});

test('where passwords are off there is no field for one, the server takes none, and who is invited comes in by the provider', async ({
  browser,
  guard,
}) => {
  await withCompany({ PASSWORD_SIGN_IN: 'off', OIDC_ALLOWED_DOMAINS: '' }, async (withoutPasswords) => {
    const page = await freshPage(browser, guard, withoutPasswords);
    await page.goto('/sign-in');
    await expect(button(page)).toBeVisible();
    await expect(page.locator('input')).toHaveCount(0);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }

    const { email, password } = await makeAccount('sso-off', 'admin');
    const csrf = (await (await page.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
    const form = { ...csrf, email, password, json: 'true' };
    const refused = await page.request.post('/api/auth/callback/credentials', { form });
    expect(refused.status()).toBe(403);
    expect(await refused.json()).toMatchObject({ meta: { code: 'password_off' } });

    await enter(page, withoutPasswords, hire(withoutPasswords, { email, groups: [] }).subject);
    await expect(page).toHaveURL('/');
    await page.goto('/profile');
    await expect(page.getByTestId('session').first()).toBeVisible();
    expect(await whoIs(page)).toMatchObject({ role: 'admin', has_password: true });
    await expect(page.locator('input[type=password]')).toHaveCount(0);

    const people = new PeoplePage(page);
    await people.open();
    const invited = hire(withoutPasswords, { groups: [] });
    const link = await people.invites(invited.name, invited.email, 'supervisor');
    await page.context().close();

    const fresh = await freshPage(browser, guard, withoutPasswords);
    withoutPasswords.provider.comes(invited.subject);
    await fresh.goto(link);
    await expect(fresh.getByRole('main')).toContainText('Aquí se entra con Acme');
    await expect(fresh.locator('input')).toHaveCount(0);
    await button(fresh).click();
    await expect(fresh).toHaveURL('/');
    expect(await whoIs(fresh)).toMatchObject({
      email: invited.email,
      role: 'supervisor',
      has_password: false,
    });
    await fresh.context().close();
  });
});

test('where no provider is configured its paths do not exist', async ({ request }) => {
  expect((await request.get('/api/auth/callback/sso?code=x')).status()).toBe(404);
  expect((await request.post('/api/auth/signin/sso')).status()).toBe(404);
});
