import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { Desk } from '../desk';
import { SignInPage } from '../sign-in-page';

const wanted = z
  .object({
    E2E_EMAIL: z.string('the email of an account that may launch pings'),
    E2E_PASSWORD: z.string('its password'),
    E2E_SERVICE_IDS: z
      .string('the ids that may be pinged, such as 12345,1001')
      .transform((ids) => ids.split(',').map(Number))
      .pipe(z.array(z.number().int().positive()).min(1)),
  })
  .parse(process.env);

const LAUNCH = /\/api\/v1\/(\d+)\/ping\/?$/;

test.beforeEach(async ({ page }) => {
  // Nobody else's line is measured, whatever a story does.
  await page.route(LAUNCH, async (route) => {
    const id = Number(LAUNCH.exec(new URL(route.request().url()).pathname)?.[1]);
    await (wanted.E2E_SERVICE_IDS.includes(id) ? route.continue() : route.abort());
  });
  const door = new SignInPage(page);
  await door.open();
  await door.signIn(wanted.E2E_EMAIL, wanted.E2E_PASSWORD);
  await expect(page).toHaveURL('/');
});

for (const serviceId of wanted.E2E_SERVICE_IDS) {
  test(`service ${serviceId} is found and measured, and every answer says what it rests on`, async ({
    page,
  }) => {
    const desk = new Desk(page, { name: '', email: wanted.E2E_EMAIL, password: '', role: 'agent' });
    await desk.isAlive();
    await desk.choose(serviceId);
    await expect(desk.launchButton).toBeEnabled();
    const task = await desk.launch();
    await expect(desk.result).toHaveAttribute('data-task-id', task);
    await expect(desk.badge).toHaveAttribute('data-state', /^(finished|failed)$/);
    const isMeasured = (await desk.badge.getAttribute('data-state')) === 'finished';
    await expect(desk.badge).toHaveAttribute(isMeasured ? 'data-verdict' : 'data-state', /.+/);
    await expect(desk.result.getByTestId('ping-meaning')).not.toBeEmpty();
  });
}
