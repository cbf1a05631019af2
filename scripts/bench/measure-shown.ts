import type { Page } from '@playwright/test';
import { Client } from 'pg';
import { z } from 'zod';
import { freePort } from '@/lib/db/free-port';
import { openBrowser } from '../bench-web/open-browser';
import { requireBuild } from '../run-next';
import type { Scope } from '../shutdown';
import { startSimulatedProduct } from '../simulated-product';
import { temporaryFolder } from '../temporary-folder';
import { p50, type Timing } from './timing';

/** How many times faster than real routers the simulated ones are: a ping of four takes about two seconds. */
const SPEED = 4;
const TARGET_MS = 300;
const CHANGES = /\/api\/v1\/changes\//;
/** A name of our own on the page, where it writes down when it first showed the end of each ping. */
const SHOWN = 'pulsoShown';

const rowSchema = z.object({ id: z.uuid(), finished_at: z.date() });
const shownSchema = z.record(z.string(), z.number());

/** Writes down, in the page, at which millisecond the end of a ping first stood there, by its id. */
async function watch(page: Page): Promise<void> {
  await page.evaluate((name) => {
    const shown: Record<string, number> = {};
    Object.assign(window, { [name]: shown });
    // Nothing in here has a name: the loader would call a helper for it that the page does not have.
    new MutationObserver(() => {
      const id = document.querySelector<HTMLElement>('[data-testid=ping-result]')?.dataset.taskId;
      if (id !== undefined) shown[id] ??= Date.now();
    }).observe(document.body, { childList: true, subtree: true, attributes: true });
  }, SHOWN);
}

type Desk = { page: Page; serviceId: number; ids: string[] };

async function openDesk(page: Page, serviceId: number): Promise<Desk> {
  await page.goto(`/?service=${serviceId}`);
  await page.getByTestId('launch').and(page.locator(':enabled')).waitFor();
  await watch(page);
  return { page, serviceId, ids: [] };
}

/** Presses the button as a person does, and waits until the page shows how the ping ended. */
async function ping({ page, ids }: Desk): Promise<void> {
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && /\/ping\/$/.test(response.url()),
  );
  await page.getByTestId('launch').click();
  const { data } = z.object({ data: z.object({ task_id: z.uuid() }) }).parse(await (await answered).json());
  ids.push(data.task_id);
  await page.locator(`[data-testid=ping-result][data-task-id="${data.task_id}"]`).waitFor();
}

/** From the moment at which each row was final, by the clock of the database, to the moment at which the page showed it. */
async function lagsOf({ page, ids }: Desk, client: Client): Promise<number[]> {
  const { rows } = await client.query('select id, finished_at from pings where id = any($1)', [ids]);
  const shown = shownSchema.parse(await page.evaluate((name) => Reflect.get(window, name) as unknown, SHOWN));
  return rows.map((row) => {
    const { id, finished_at } = rowSchema.parse(row);
    const at = shown[id];
    if (at === undefined) throw new Error(`The page did not show the end of ${id}.`);
    return Math.max(0, at - finished_at.getTime());
  });
}

/**
 * How long after the row of a ping is final a real browser shows it: on one page the server says so by itself, on the
 * other it cannot and the page asks. Both take turns, so that they have the same machine.
 */
export async function measureShown(scope: Scope, pings: number): Promise<Timing[]> {
  requireBuild();
  const dataDir = temporaryFolder(scope, 'bench-shown');
  const options = { mode: 'start', hostName: '127.0.0.1', speed: SPEED, durable: false } as const;
  const { server, databaseUrl } = await startSimulatedProduct(scope, {
    ...options,
    dataDir,
    port: await freePort(),
    variables: { WISPHUB_RATE_PER_MINUTE: '10000', LAUNCHES_PER_MINUTE: '10000', LOG_LEVEL: 'error' },
  });
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  scope.defer(() => client.end());
  const { page } = await openBrowser(scope, server.url);
  const asking = await page.context().newPage();
  await asking.route(CHANGES, (route) => route.abort());
  const [told, asks] = [await openDesk(page, 921_001), await openDesk(asking, 931_001)];
  for (let one = 0; one < pings; one += 1) {
    await ping(told);
    await ping(asks);
    scope.proceed();
  }
  const group = 'from the final row to the screen';
  const ms = await lagsOf(told, client);
  const check = { target: `p50 ≤ ${TARGET_MS}`, passed: p50(ms) <= TARGET_MS };
  return [
    { group, name: 'the server says so', ms, check },
    { group, name: 'the page asks', ms: await lagsOf(asks, client), check: null },
  ];
}
