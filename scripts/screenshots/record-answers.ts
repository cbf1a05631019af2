import { writeFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { format, resolveConfig } from 'prettier';
import { accountOf, signIn } from '@/e2e/accounts';
import { ANSWERS_FILE, API, keyOf, NEWS, type Answers } from '@/e2e/visual/answers';
import { SCREENS, type Screen } from '@/e2e/visual/screens';

type Recorded = Answers['screens'][string];

/** As many rows as a screen shows. */
const MOST_ITEMS = 16;

/** How long a page is given to ask for what it needs. */
const REST_MS = 2500;

/** The same answer with the rows that a picture shows; nobody should have to read the others in a diff. */
function shortened(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('data' in body)) return body;
  const { data } = body;
  if (typeof data !== 'object' || data === null || !('items' in data) || !Array.isArray(data.items))
    return body;
  return { ...body, data: { ...data, items: data.items.slice(0, MOST_ITEMS), next_cursor: null } };
}

async function listen(page: Page): Promise<Recorded> {
  const recorded: Recorded = {};
  await page.route(API, async (route) => {
    const request = route.request();
    if (NEWS.test(request.url())) return;
    const response = await route.fetch();
    const body: unknown = await response.json();
    recorded[keyOf(request.method(), request.url())] = { status: response.status(), body: shortened(body) };
    await route.fulfill({ response });
  });
  return recorded;
}

async function recordScreen(
  browser: Browser,
  baseURL: string,
  { role, path, sign }: Screen,
  keys?: string,
): Promise<Recorded> {
  const storageState = await signIn(accountOf(role), baseURL);
  const context = await browser.newContext({ baseURL, storageState, locale: 'es', serviceWorkers: 'block' });
  const page = await context.newPage();
  const recorded = await listen(page);
  await page.goto(path);
  await page.locator(sign).first().waitFor();
  if (keys !== undefined) await page.keyboard.press(keys);
  await page.waitForTimeout(REST_MS);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
  return recorded;
}

/** Keeps what the API of a fresh demo answers each screen, for stories that compare pictures of them. */
export async function recordAnswers(browser: Browser, baseURL: string): Promise<void> {
  const screens: Answers['screens'] = {};
  for (const screen of SCREENS) screens[screen.name] = await recordScreen(browser, baseURL, screen);
  const desk = { name: 'palette', role: 'supervisor', path: '/', sign: 'main' } as const;
  screens.palette = await recordScreen(browser, baseURL, desk, 'Control+k');
  const answers: Answers = { moment: new Date().toISOString(), screens };
  const options = { ...(await resolveConfig(ANSWERS_FILE)), filepath: ANSWERS_FILE };
  writeFileSync(ANSWERS_FILE, await format(JSON.stringify(answers), options));
  console.log(`${ANSWERS_FILE} holds what ${Object.keys(screens).length} screens were answered.`);
}
