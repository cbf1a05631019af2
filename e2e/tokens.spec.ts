import { z } from 'zod';
import type { Role } from '@/lib/domain/role';
import { ApiClient, expectRefusal } from './api-client';
import { environment } from './environment';
import { expect, test } from './fixtures';

const itemsSchema = z.object({ items: z.array(z.object({ token_id: z.uuid(), name: z.string() })) });

test.describe('somebody at the desk', () => {
  test.use({ role: 'agent' });

  test('makes a token, sees it once, uses it, and revokes it', async ({ desk, page, playwright }) => {
    const name = `bot de ${Date.now()}`;
    await desk.open();
    await page.getByRole('button', { name: `Cuenta de ${desk.account.name}` }).click();
    await page.getByRole('menuitem', { name: 'Tokens de API' }).click();
    await page.getByRole('button', { name: 'Nuevo token' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Crear token' }).click();
    await expect(dialog.getByText('Elija al menos una cosa que pueda hacer.')).toBeVisible();
    // Only what an agent may do is offered.
    await expect(dialog.getByRole('checkbox')).toHaveCount(3);
    await dialog.getByLabel('Nombre').fill(name);
    await dialog.getByRole('checkbox', { name: 'Leer sus resultados' }).check();
    await expect(dialog.getByLabel('Vence en')).toHaveValue('90');
    await dialog.getByRole('button', { name: 'Crear token' }).click();
    const token = await page.getByTestId('made-token').inputValue();
    expect(token).toMatch(/^pulso_[\w-]{43}$/);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('made-token'), 'it is not lost by a key').toBeVisible();
    await page.getByRole('button', { name: 'Ya lo guardé' }).click();
    const card = page.getByTestId('token').filter({ hasText: name });
    await expect(card).toHaveAttribute('data-state', 'active');
    await expect(card).toContainText(`termina en …${token.slice(-4)}`);
    expect(await page.content()).not.toContain(token);

    const http = await playwright.request.newContext({
      baseURL: environment().BASE_URL,
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    });
    const program = new ApiClient(http);
    const answer = await program.get('/api/v1/pings/?service_id=1001');
    expect(answer.status).toBe(200);
    expect(Number(answer.headers['ratelimit-limit'])).toBeGreaterThan(0);
    expect(Number(answer.headers['ratelimit-remaining'])).toBeLessThan(
      Number(answer.headers['ratelimit-limit']),
    );
    expectRefusal(await program.get('/api/v1/services/?q=maria'), 403, 'forbidden');
    expectRefusal(await program.get('/api/v1/tokens/'), 403, 'forbidden');

    await page.reload();
    await expect(card).toContainText('Último uso');
    await expect(card).not.toContainText('nunca');
    await card.getByRole('button', { name: `Revocar ${name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revocar' }).click();
    await expect(card).toHaveAttribute('data-state', 'revoked');
    expectRefusal(await program.get('/api/v1/pings/?service_id=1001'), 401, 'unauthorized');
    await http.dispose();
  });
});

test('an administrator sees the tokens of others and of the command line; others see their own', async ({
  team,
  token,
}) => {
  expect(token).toMatch(/^pulso_/);
  const agent = await team.api('agent');
  const made = await agent.post('/api/v1/tokens/', {
    name: `of an agent ${Date.now()}`,
    scopes: ['ping:read'],
  });
  const { name, token_id: id } = z.object({ name: z.string(), token_id: z.uuid() }).parse(made.envelope.data);
  const names = async (role: Role) => {
    const { envelope } = await (await team.api(role)).get('/api/v1/tokens/');
    return itemsSchema.parse(envelope.data).items.map((item) => item.name);
  };
  expect(await names('admin')).toEqual(expect.arrayContaining([name]));
  expect((await names('admin')).some((one) => one.startsWith('story-'))).toBe(true);
  expect(await names('supervisor')).not.toContain(name);
  const supervisor = await team.api('supervisor');
  expectRefusal(await supervisor.call('DELETE', `/api/v1/tokens/${id}/`, { data: {} }), 404, 'token_unknown');
  const admin = await team.api('admin');
  expect((await admin.call('DELETE', `/api/v1/tokens/${id}/`, { data: {} })).status).toBe(200);
});

test('a technician cannot give a token more than a technician may', async ({ team }) => {
  const technician = await team.api('technician');
  const wanted = { name: 'too much', scopes: ['services:read'] };
  expectRefusal(await technician.post('/api/v1/tokens/', wanted), 403, 'forbidden');
  for (const days of [0, 366]) {
    const refused = await technician.post('/api/v1/tokens/', { name: 'x', scopes: ['ping:read'], days });
    expectRefusal(refused, 400, 'invalid_request');
  }
});

test('a token in the address is refused with what to do about it', async ({ stranger }) => {
  const { message, ...rest } = (await stranger.get('/api/v1/services/?token=pulso_anything')).envelope;
  expect(rest).toMatchObject({ ok: false, action: 'invalid_request' });
  expect(message).toMatch(/Authorization: Bearer.*Revoke/);
});
