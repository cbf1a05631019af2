import en from '@/lib/i18n/en.json' with { type: 'json' };
import es from '@/lib/i18n/es.json' with { type: 'json' };
import ptBR from '@/lib/i18n/pt-br.json' with { type: 'json' };
import { expect, test } from './fixtures';
import { SignInPage } from './sign-in-page';

/** As the product's table of words has them. */
const LANGUAGES = [
  {
    label: 'Español',
    lang: 'es',
    messages: es,
    words: ['Midiendo…', 'Estable', 'Intermitente', 'No responde', 'No se pudo medir'],
  },
  {
    label: 'Português',
    lang: 'pt-BR',
    messages: ptBR,
    words: ['Medindo…', 'Estável', 'Intermitente', 'Sem resposta', 'Não foi possível medir'],
  },
  {
    label: 'English',
    lang: 'en',
    messages: en,
    words: ['Measuring…', 'Stable', 'Intermittent', 'No reply', 'Could not measure'],
  },
] as const;

/** Every message by the name that would stand on the screen if it were missing. */
const KEYS = Object.entries(es).flatMap(([room, texts]) => Object.keys(texts).map((key) => `${room}.${key}`));

for (const { label, lang, messages } of LANGUAGES) {
  test(`the sign-in speaks ${label}, and still does after a reload`, async ({ page }) => {
    const door = new SignInPage(page);
    await door.open();
    await page.getByRole('button', { name: /^(Idioma|Language)$/ }).click();
    await page.getByRole('menuitemradio', { name: label }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(messages.signIn.title);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(door.submit).toHaveText(messages.signIn.submit);
    const text = await page.locator('body').innerText();
    expect(KEYS.filter((key) => text.includes(key))).toEqual([]);
  });
}

test('every verdict is worded as promised in Spanish, Portuguese and English', async ({
  desk,
  api,
  page,
}) => {
  const [stable, half, silent, unmeasured, running] = [521001, 521002, 521003, 521005, 531003];
  const ended = [stable, half, silent, unmeasured];
  const tasks = await Promise.all(ended.map((id) => api.startsPing(id, 10)));
  await Promise.all(tasks.map((task) => api.waitsForTheEndOf(task)));
  await api.startsPing(running, 100);
  await desk.open();
  await desk.choose(running);
  for (const { label, words } of LANGUAGES) {
    await desk.choosesLanguage(label);
    await expect(desk.progress.getByTestId('ping-badge')).toHaveText(words[0]);
  }
  for (const { label, lang, words, messages } of LANGUAGES) {
    await desk.choosesLanguage(label);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(desk.search).toHaveAccessibleName(messages.search.label);
    for (const [index, id] of ended.entries()) {
      await desk.choose(id);
      await expect(desk.badge).toHaveText(new RegExp(`^${words[index + 1]}(\\s· |$)`));
      await expect(desk.launchButton).toContainText(messages.launch.again);
      const text = await page.locator('body').innerText();
      expect(
        KEYS.filter((key) => text.includes(key)),
        `names of messages on screen in ${label}`,
      ).toEqual([]);
    }
  }
  await desk.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('numbers are written as in the language', async ({ desk }) => {
  await desk.open();
  await desk.choose(531011);
  await expect(desk.card).toContainText('Debe 90.000');
  await desk.choosesLanguage('English');
  await expect(desk.card).toContainText('Owes 90,000');
  await desk.choosesLanguage('Português');
  await expect(desk.card).toContainText('90.000');
});

test('a language that is not ours is answered in Spanish', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'pulso-locale', value: '../en', url: baseURL }]);
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});
