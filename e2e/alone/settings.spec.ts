import { defaultSettings } from '@/lib/domain/settings';
import { expect, test } from '../fixtures';
import { SettingsPage } from '../settings-page';

// The settings are everybody's, so these stories run alone and leave them as they were.
test.afterEach(async ({ team }) => {
  const admin = await team.api('admin');
  const { envelope } = await admin.call('PUT', '/api/v1/settings/', { data: defaultSettings });
  expect(envelope).toMatchObject({ ok: true, data: defaultSettings });
});

const VOICES = [
  {
    label: 'Español, usted',
    text: /^Hola, \S+\. Le escribimos de Fibra Ñandú\. Probamos su conexión .* revise que su equipo .*\nSu código de caso: /,
  },
  {
    label: 'Español, tú',
    text: /^Hola, \S+\. Te escribimos de Fibra Ñandú\. Probamos tu conexión .* revisa que tu equipo .*\nTu código de caso: /,
  },
  {
    label: 'Español, vos',
    text: /^Hola, \S+\. Te escribimos de Fibra Ñandú\. Probamos tu conexión .* revisá que tu equipo .*\nTu código de caso: /,
  },
  {
    label: 'Português, você',
    text: /^Olá, \S+\. Aqui é a equipe Fibra Ñandú\. Testamos sua conexão .*\nCódigo do seu caso: /,
  },
  {
    label: 'English',
    text: /^Hello, \S+\. This is Fibra Ñandú\. We tested your connection .*\nYour case code: /,
  },
];

test('the text to a customer has the name and the voice that the administrator chose', async ({ team }) => {
  const id = 911003;
  const desk = await team.desk('agent');
  await desk.open();
  await desk.choose(id);
  const task = await desk.launch();
  await desk.sees({ verdict: 'no_internet', task });

  const settings = new SettingsPage((await team.desk('admin')).page);
  await settings.open();
  await settings.operatorName.fill('Fibra Ñandú');
  for (const { label, text } of VOICES) {
    await settings.voice.selectOption(label);
    await settings.saves();
    await desk.reload();
    await desk.sees({ verdict: 'no_internet', task });
    await desk.press('w');
    await expect(desk.page.getByTestId('customer-text'), label).toHaveValue(text);
    await desk.press('Escape');
  }
});

test('a threshold of a remark moves the remark, and no verdict', async ({ team }) => {
  const desk = await team.desk('agent');
  await desk.open();
  await desk.choose(911016);
  const sight = { verdict: 'stable', badge: 'Estable · solo 4 paquetes' } as const;
  await desk.sees({ ...sight, task: await desk.launch() });
  const slow = desk.result.locator('[data-remark=slow]');
  const jittery = desk.result.locator('[data-remark=jittery]');
  await expect(slow).toBeVisible();
  await expect(jittery).toBeVisible();

  const settings = new SettingsPage((await team.desk('admin')).page);
  await settings.open();
  await settings.slowWireless.fill('500');
  await settings.jitter.fill('25');
  await settings.saves();
  await desk.reload();
  await desk.isReadyForEnter();
  await desk.sees({ ...sight, task: await desk.launchedBy(() => desk.press('r')) });
  await jittery.click();
  await expect(desk.page.getByRole('note')).toContainText('entre respuestas seguidas supera 25 ms');
  await desk.press('Escape');
  await expect(slow).toHaveCount(0);
});

test('the threshold of the verdict judges the pings from then on, and no earlier one', async ({
  team,
  api,
}) => {
  const id = 911002;
  const desk = await team.desk('agent');
  await desk.open();
  await desk.choose(id);
  const before = await desk.launch();
  await desk.sees({ verdict: 'intermittent', task: before });

  const settings = new SettingsPage((await team.desk('admin')).page);
  await settings.open();
  await settings.stableFrom.fill('0,4');
  await settings.saves();
  const judged = async () => (await api.waitsForTheEndOf(await api.startsPing(id, 10))).rules_version;
  await expect.poll(judged, { message: 'every instance has the new rules within seconds' }).toBe(140);
  const after = await desk.launchedBy(() => desk.press('r'));
  await desk.sees({ verdict: 'stable', certainty: 'hollow', task: after });
  expect(await api.readsPing(before)).toMatchObject({ verdict: 'intermittent', rules_version: 1 });
  await desk.open(`/?service=${id}&ping=${before}`);
  await desk.sees({ verdict: 'intermittent', task: before });
});
