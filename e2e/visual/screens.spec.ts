import { answerAsRecorded, readAnswers } from './answers';
import { expect, ROOMS, test } from './picture';
import { SCREENS } from './screens';

const answers = readAnswers();

for (const { theme, width, height } of ROOMS)
  test.describe(`${theme}, ${width} pixels wide`, () => {
    test.use({ colorScheme: theme, viewport: { width, height } });

    test(`the sign-in looks as before (${theme}, ${width})`, async ({ page, looksAsBefore }) => {
      await page.goto('/sign-in', { waitUntil: 'networkidle' });
      await looksAsBefore('sign-in');
    });

    for (const { name, role, path, sign } of SCREENS)
      test.describe(() => {
        test.use({ role });

        test(`${name} looks as before (${theme}, ${width})`, async ({ desk, page, looksAsBefore }) => {
          await page.clock.setFixedTime(answers.moment);
          await answerAsRecorded(page, answers, name);
          await desk.open(path);
          await expect(page.locator(sign).first()).toBeVisible();
          await expect(page.locator('main [aria-busy=true], main .animate-pulse')).toHaveCount(0);
          await looksAsBefore(name);
        });
      });

    test.describe(() => {
      test.use({ role: 'supervisor' });

      test(`the palette looks as before (${theme}, ${width})`, async ({ desk, page, looksAsBefore }) => {
        await page.clock.setFixedTime(answers.moment);
        await answerAsRecorded(page, answers, 'palette');
        await desk.open();
        await desk.press('Control+k');
        const palette = page.getByTestId('palette');
        await expect(palette.getByRole('option').first()).toBeVisible();
        await looksAsBefore('palette', palette);
      });
    });
  });
