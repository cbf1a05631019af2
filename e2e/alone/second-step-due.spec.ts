import { Secret, TOTP } from 'otpauth';
import AxeBuilder from '@axe-core/playwright';
import { openDatabase } from '@/lib/db/client';
import { settings } from '@/lib/db/schema';
import { getSettings } from '@/lib/db/settings';
import { makeAccount, signIn } from '../accounts';
import { environment } from '../environment';
import { expect, test } from '../fixtures';

/** Writes the setting as no administrator could any more who has no second step. */
async function withoutRule(): Promise<void> {
  const db = openDatabase(environment().DATABASE_URL, { max: 1 });
  try {
    const value = { ...(await getSettings(db)), requireSecondStep: false };
    await db.update(settings).set({ value });
  } finally {
    await db.$client.end();
  }
}

test('where the setting asks for it, a supervisor sets it up first, and the server answers nothing else before', async ({
  page,
  guard,
  team,
}) => {
  test.slow();
  guard.allow(/status of 403 /);
  const admin = await team.api('admin');
  const before = (await admin.get('/api/v1/settings/')).envelope.data as object;
  const { email, password } = await makeAccount('due', 'supervisor');
  const { cookies } = await signIn({ email, password });
  await page.context().addCookies(cookies);
  const asked = { data: { ...before, requireSecondStep: true } };
  expect((await admin.call('PUT', '/api/v1/settings/', asked)).status).toBe(200);
  try {
    const refused = () => page.request.get('/api/v1/history/');
    await expect.poll(async () => (await refused()).status(), { timeout: 15_000 }).toBe(403);
    expect(await (await refused()).json()).toMatchObject({ meta: { code: 'second_step_required' } });
    await page.goto('/history');
    await expect(page).toHaveURL('/second-step?callbackUrl=%2Fhistory');
    await expect(page.getByRole('heading', { name: 'Un paso más' })).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    const secret = await page.getByTestId('totp-secret').innerText();
    const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) });
    await page.getByLabel('Código que muestra la aplicación').fill(totp.generate());
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ya los guardé' }).click();
    await expect(page).toHaveURL(/\/history/);
    expect((await refused()).status()).toBe(200);
  } finally {
    // The administrator of the stories has none, and must have one as well by now.
    await withoutRule();
  }
});
