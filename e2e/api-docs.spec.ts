import { z } from 'zod';
import type { ApiDocument } from '@/lib/openapi/document-types';
import { differences, operationsOf } from '@/lib/openapi/test-answers';
import { environment } from './environment';
import { expect, test } from './fixtures';
import { expectAccessible, expectAccessibleButForColours, expectNoSideways } from './inspect';

test('every sample of the served document is answered as the document says', async ({
  request,
  token,
  api,
  playwright,
  sessions,
  baseURL,
}) => {
  const person = await playwright.request.newContext({ baseURL, storageState: await sessions('admin') });
  const bearer = { authorization: `Bearer ${token}` };
  const served = await request.get('/api/v1/openapi.json', { headers: bearer });
  expect(served.status()).toBe(200);
  const document = (await served.json()) as ApiDocument;
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(document.servers).toEqual([{ url: new URL(environment().BASE_URL).origin }]);
  const task = await api.startsPing(12345, 10);
  let sent = 0;
  for (const { operation } of operationsOf(document)) {
    for (const sample of operation['x-samples']) {
      const by = sample.as === 'session' ? person : request;
      const response = await by.fetch(sample.path.replace('{task_id}', task), {
        method: sample.method,
        headers: { ...sample.headers, ...(sample.as === 'token' ? bearer : {}) },
        data: sample.body,
        maxRedirects: 0,
      });
      const answered = {
        status: response.status(),
        headers: new Headers(response.headers()),
        text: await response.text(),
      };
      expect([sample.title, differences(document, operation, answered)]).toEqual([sample.title, []]);
      expect([sample.title, answered.status]).toEqual([sample.title, sample.status]);
      sent += 1;
    }
  }
  await person.dispose();
  expect(sent).toBeGreaterThan(40);
});

test('the document is for those who may ask the API, and for nobody else', async ({ stranger, apiWith }) => {
  expect((await stranger.get('/api/v1/openapi.json')).status).toBe(401);
  expect((await (await apiWith()).get('/api/v1/openapi.json')).status).toBe(403);
});

test('an integrator reads the documents and tries a ping and its result, wide and narrow', async ({
  desk,
  page,
}) => {
  // Twenty thousand elements: on a loaded machine each inspection takes its time.
  test.slow();
  await desk.open('/api-docs');
  const create = page.locator('#createPing');
  await create.getByText('Probar aquí').click();
  await create.getByLabel(/^service_id/).fill('771001');
  await create.getByRole('button', { name: 'Enviar' }).click();
  const created = create.getByRole('group', { name: 'Respuesta' });
  await expect(created).toContainText('ping_created');
  const task = z.uuid().parse(/"task_id": "([^"]+)"/.exec((await created.textContent()) ?? '')?.[1]);
  const result = page.locator('#getPingResult');
  await result.getByText('Probar aquí').click();
  await expect(result.getByLabel(/^task_id/)).toHaveValue(task);
  await result.getByRole('button', { name: 'Enviar' }).click();
  await expect(result.getByRole('group', { name: 'Respuesta' })).toContainText(/pending|stable_connection/);
  await expectNoSideways(page, 'the documents');
  await expectAccessible(page, 'the documents');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSideways(page, 'the narrow documents');
  await expectAccessibleButForColours(page, 'the narrow documents');
});
