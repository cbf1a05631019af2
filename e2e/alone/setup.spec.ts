import { randomBytes } from 'node:crypto';
import { saveSetupToken } from '@/lib/db/account-links';
import { openDatabase } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { environment } from '../environment';
import { expect, test } from '../fixtures';
import { HistoryPage } from '../history-page';
import { withOwnServer } from '../own-server';
import { PeoplePage } from '../people-page';

/** An empty database beside that of the stories, for as long as `work` lasts. */
async function withEmptyDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const shared = openDatabase(environment().DATABASE_URL, { max: 1 });
  const name = `first_run_${randomBytes(4).toString('hex')}`;
  const url = new URL(environment().DATABASE_URL);
  url.pathname = `/${name}`;
  await shared.$client.query(`create database ${name}`);
  try {
    await migrate(url.href);
    await work(url.href);
  } finally {
    await shared.$client.query(`drop database if exists ${name} with (force)`);
    await shared.$client.end();
  }
}

/** Puts a token that the story knows in the place of the one that the server printed, as another start would. */
async function replaceToken(databaseUrl: string): Promise<string> {
  const db = openDatabase(databaseUrl, { max: 1 });
  try {
    const token = randomBytes(32).toString('base64url');
    await saveSetupToken(db, token, new Date());
    return token;
  } finally {
    await db.$client.end();
  }
}

test('an empty Pulso leads everybody to the first run, once, and its administrator cannot go', async ({
  page,
  guard,
}) => {
  guard.allow(/status of 40[49] /);
  await withEmptyDatabase(async (databaseUrl) => {
    await withOwnServer({ DATABASE_URL: databaseUrl, DEMO: 'off' }, async ({ url }) => {
      for (const path of ['/', '/history', '/sign-in', '/profile']) {
        await page.goto(url + path);
        await expect(page, path).toHaveURL(`${url}/setup`);
      }
      await expect(page.getByText('Abra el enlace completo que el servidor mostró')).toBeVisible();

      const token = await replaceToken(databaseUrl);
      const fill = async (given: string) => {
        await page.goto('about:blank');
        await page.goto(`${url}/setup#${given}`);
        await page.getByLabel('Nombre').fill('Andrea Gil');
        await page.getByLabel('Correo').fill('Andrea@Example.com');
        await page.getByLabel('Contraseña', { exact: true }).fill('la vaca come pasto');
        await page.getByRole('button', { name: 'Crear cuenta y entrar' }).click();
      };
      await fill('A'.repeat(43));
      await expect(page.getByText('Este no es el último enlace que mostró el servidor.')).toBeVisible();
      await fill(token);
      await expect(page).toHaveURL(`${url}/`);
      await expect(page.getByRole('button', { name: 'Cuenta de Andrea Gil' })).toBeVisible();
      expect((await page.goto(`${url}/setup#${token}`))?.status()).toBe(404);

      const history = new HistoryPage(page);
      await page.goto(`${url}/history`);
      await expect(history.empty).toContainText('Ninguna medición en este período');
      await history.empty.getByRole('button', { name: 'Todo el historial' }).click();
      await expect(history.empty).toContainText('Todo el historial. Las que se pidan');
      await expect(history.empty.getByRole('button'), 'nothing more to ask for').toHaveCount(0);
      await expect(history.empty.getByRole('link', { name: 'Ir a la mesa' })).toBeVisible();

      const people = new PeoplePage(page);
      await page.goto(`${url}/users`);
      await people.does('andrea@example.com', 'Cambiar nombre o rol…');
      await people.dialog.getByLabel('Rol').selectOption('Soporte');
      await people.dialog.getByRole('button', { name: 'Guardar' }).click();
      await expect(people.dialog.getByRole('alert')).toContainText('Dé antes ese rol a alguien más.');
    });
  });
});
