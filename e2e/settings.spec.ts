import { defaultSettings } from '@/lib/domain/settings';
import { expectRefusal } from './api-client';
import { expect, test } from './fixtures';
import { SettingsPage } from './settings-page';

// Nothing is changed here: what a change does to everybody is told by the stories that run alone.

for (const role of ['technician', 'agent', 'supervisor'] as const) {
  test(`the role ${role} gets no settings page, no way to it, and may not change a setting`, async ({
    team,
    guard,
  }) => {
    guard.allow(/status of 404 .*\/settings\)/);
    const desk = await team.desk(role);
    await desk.open();
    await desk.page.getByRole('button', { name: `Cuenta de ${desk.account.name}` }).click();
    await expect(desk.page.getByRole('menuitem', { name: 'Cerrar sesión' })).toBeVisible();
    await expect(desk.page.getByRole('menuitem', { name: 'Ajustes' })).toHaveCount(0);
    const response = await desk.page.goto('/settings');
    expect(response?.status()).toBe(404);
    await expect(desk.page.getByTestId('settings')).toHaveCount(0);

    const api = await team.api(role);
    const refused = await api.call('PUT', '/api/v1/settings/', {
      data: { ...defaultSettings, operatorName: role },
    });
    expectRefusal(refused, 403, 'forbidden');
    expect((await api.get('/api/v1/settings/')).envelope.data).toEqual(defaultSettings);
  });
}

test.describe('an administrator', () => {
  test.use({ role: 'admin' });

  test('the administrator comes to the settings from the account, and each tells its first value', async ({
    desk,
    page,
  }) => {
    await desk.open();
    await page.getByRole('button', { name: `Cuenta de ${desk.account.name}` }).click();
    await page.getByRole('menuitem', { name: 'Ajustes' }).click();
    const settings = new SettingsPage(page);
    await expect(settings.save).toBeEnabled();
    await expect(settings.operatorName).toHaveAccessibleDescription(/Valor inicial: vacío$/);
    await expect(settings.voice).toHaveAccessibleDescription(/Valor inicial: Español, usted$/);
    await expect(settings.countryCode).toHaveAccessibleDescription(/Valor inicial: 57$/);
    await expect(settings.stableFrom).toHaveAccessibleDescription(
      /Fuente: la lectura de la API documentada\..*Valor inicial: 0,8$/,
    );
    await expect(settings.slowFibre).toHaveAccessibleDescription(/Valor inicial: 20$/);
    await expect(settings.slowWireless).toHaveAccessibleDescription(/Valor inicial: 60$/);
    await expect(settings.jitter).toHaveAccessibleDescription(/\(RFC 3550\)\..*Valor inicial: 30$/);
    await page.getByRole('link', { name: 'Volver a la mesa' }).click();
    await desk.isAlive();
    await expect(desk.search).toBeVisible();
  });

  test('what cannot be a setting is marked and not saved, and nothing typed is lost', async ({
    desk,
    team,
  }) => {
    const settings = new SettingsPage(desk.page);
    await settings.open();
    await settings.operatorName.fill('Fibra Ñandú');
    await settings.countryCode.fill('57a');
    await settings.stableFrom.fill('80');
    await settings.slowFibre.fill('1.000');
    await settings.save.click();
    await expect(desk.page.getByTestId('settings').getByRole('alert')).toHaveText(
      'No se guardó. Revise lo marcado.',
    );
    await expect(settings.countryCode).toBeFocused();
    await expect(settings.countryCode).toHaveAccessibleDescription(
      /Escriba de 1 a 4 dígitos, por ejemplo 57\.$/,
    );
    await expect(settings.stableFrom).toHaveAccessibleDescription(/Escriba un número de 0,01 a 1/);
    await expect(settings.slowFibre).toHaveAccessibleDescription(/Escriba un número entero de 1 a 10000/);
    for (const wrong of [settings.countryCode, settings.stableFrom, settings.slowFibre]) {
      await expect(wrong).toHaveAttribute('aria-invalid', 'true');
    }
    await expect(settings.operatorName).toHaveValue('Fibra Ñandú');
    await expect(settings.operatorName).toHaveAttribute('aria-invalid', 'false');
    const admin = await team.api('admin');
    expect((await admin.get('/api/v1/settings/')).envelope.data).toEqual(defaultSettings);
  });
});
