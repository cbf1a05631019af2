import { z } from 'zod';
import { statusItemSchema } from '@/lib/domain/status';
import { expectRefusal } from './api-client';
import { expect, test } from './fixtures';

for (const role of ['technician', 'agent', 'supervisor'] as const) {
  test(`the role ${role} is shown no way to the status of the system, and gets none`, async ({
    team,
    guard,
  }) => {
    guard.allow(/status of 404 .*\/status\)/);
    const { page, account } = await team.desk(role);
    expect((await page.goto('/status'))?.status()).toBe(404);
    await page.goto('/');
    await page.getByRole('button', { name: `Cuenta de ${account.name}` }).click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'Estado del sistema' })).toHaveCount(0);
    expectRefusal(await (await team.api(role)).get('/api/v1/status/'), 403, 'forbidden');
  });
}

test.describe('an administrator', () => {
  test.use({ role: 'admin' });

  test('reads how the system is, sees it renewed, and is not told old figures as those of now', async ({
    desk,
    page,
    guard,
  }) => {
    guard.allow(/status of 503 .*\/api\/v1\/status\//);
    await desk.open();
    await page.getByRole('button', { name: `Cuenta de ${desk.account.name}` }).click();
    await page.getByRole('menuitem', { name: 'Estado del sistema' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Estado del sistema');
    const sign = (name: string) => page.locator(`[data-sign=${name}]`);
    await expect(sign('runner')).toHaveAttribute('data-level', 'good');
    await expect(sign('database')).toContainText(/PostgreSQL \d+/);
    await expect(sign('migrations')).toHaveAttribute('data-level', 'good');
    await expect(sign('backup')).toHaveAttribute('data-level', 'unknown');
    await expect(sign('backup').getByTestId('advice')).toContainText('npm run backup');
    await page.waitForResponse(/\/api\/v1\/status\//);

    await page.route('**/api/v1/status/', (route) => {
      const envelope = {
        ok: false,
        type: 'error',
        action: 'database_unavailable',
        data: null,
        message: 'The database does not answer.',
        meta: { code: 'database_unavailable', request_id: 'x' },
      };
      return route.fulfill({ status: 503, json: envelope });
    });
    await expect(page.getByTestId('status-summary')).toHaveText('No se sabe cómo está ahora');
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'La base de datos de Pulso no responde',
    );
    await expect(page.getByRole('main').getByRole('alert')).toContainText('se leyó hace');
    await page.unroute('**/api/v1/status/');
    await expect(page.getByTestId('status-summary')).not.toHaveAttribute('data-level', 'bad');
    await expect(page.getByTestId('status-summary')).not.toHaveText('No se sabe cómo está ahora');
  });

  test('is told the same by the API, without a name or an address of anybody', async ({ team }) => {
    const { envelope } = await (await team.api('admin')).get('/api/v1/status/');
    const { data } = z.object({ data: statusItemSchema }).parse(envelope);
    expect(data.instances.map(({ name }) => name)).toContain(data.instance.name);
    expect(JSON.stringify(envelope)).not.toMatch(/pulso\.demo|\b10\.\d+\.\d+\.\d+/);
  });
});
