import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { freePort } from '@/lib/db/free-port';
import { expect, test } from '../fixtures';

type Room = { url: string; password: string };

const lanAddress = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

/** Starts a practice room as a person does, for as long as `work` lasts. What it prints is all that is known of it. */
async function withPracticeRoom(work: (room: Room) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pulso-practice-'));
  const port = await freePort();
  const env = { ...process.env, DEMO_DIR: dataDir, PORT: String(port) };
  // The build is there already: this is what the launcher comes to once it has made sure of that.
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo-server.ts', '--lan'], { env });
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const printed = await new Promise<string>((resolve, reject) => {
      let text = '';
      child.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes('Ctrl-C')) resolve(text);
      });
      child.once('exit', () => reject(new Error(`The practice room ended: ${text}`)));
    });
    const password = /agent@pulso\.demo\s+(\S+)/.exec(printed)?.[1] ?? '';
    expect(printed).toContain(`http://${lanAddress}:${port}`);
    await work({ url: `http://${lanAddress}:${port}`, password });
  } finally {
    child.kill('SIGTERM');
    await over;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Types and sends; answers with what status the server took it. */
async function signsIn(page: Page, email: string, password: string): Promise<number> {
  await page.getByLabel('Correo').fill(email);
  await page.getByLabel('Contraseña', { exact: true }).fill(password);
  const answered = page.waitForResponse(/\/api\/auth\/callback\/credentials/);
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  return (await answered).status();
}

test('a practice room opens to the network with a password of its own alone, and says on every page what it is', async ({
  page,
  guard,
}) => {
  test.skip(lanAddress === undefined, 'this machine has no address on a network');
  test.setTimeout(180_000);
  // The browser says that a page without https has fewer rights, and that a wrong password was refused.
  guard.allow(/status of 401|Cross-Origin-Opener-Policy/);
  await withPracticeRoom(async ({ url, password }) => {
    await page.goto(`${url}/sign-in`);
    await expect(page.getByTestId('practice-mark')).toContainText('nada de lo que se hace aquí');
    await expect(page, 'the tab says so too').toHaveTitle(/^Práctica · /);
    await expect(page.getByText('pulso-demo-1234')).toHaveCount(0);
    await expect(page.getByText('admin@pulso.demo')).toHaveCount(0);
    await page.getByRole('button', { name: /agent@pulso\.demo/ }).click();
    await expect(page.getByLabel('Contraseña', { exact: true })).toBeFocused();
    await expect(page.getByLabel('Contraseña', { exact: true })).toHaveValue('');

    for (const email of ['agent@pulso.demo', 'admin@pulso.demo']) {
      expect(await signsIn(page, email, 'pulso-demo-1234'), email).toBe(401);
    }
    expect(password).toMatch(/^(?:[a-z]{4}-){3}[a-z]{4}$/);
    expect(await signsIn(page, 'admin@pulso.demo', password), 'the leader has another').toBe(401);
    expect(await signsIn(page, 'agent@pulso.demo', password)).toBe(200);

    const card = page.getByTestId('practice-card');
    await expect(card.getByRole('listitem')).toHaveCount(6);
    await expect(page.getByTestId('practice-mark')).toBeVisible();
    await card.getByRole('checkbox').first().check();
    await page.reload();
    await expect(card.getByRole('checkbox').first()).toBeChecked();
    await expect(card).toContainText('1 de 6');

    await card.getByRole('link', { name: /Johana Vargas/ }).click();
    await page.getByTestId('launch').click();
    await expect(page.getByTestId('ping-result').getByTestId('ping-badge')).toHaveAttribute(
      'data-verdict',
      'stable',
    );
    await expect(page).toHaveTitle(/^Práctica · /);
  });
});
