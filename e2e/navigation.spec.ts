import { expect, test } from './fixtures';

/** Where the pages of each role stand: beside the name from this width on, else in the account's menu. */
const PLACES = [
  { role: 'agent', width: 1024, inHeader: ['Mesa', 'Historial'] },
  { role: 'supervisor', width: 1024, inHeader: ['Mesa', 'Historial'] },
  { role: 'supervisor', width: 820, inHeader: [] },
  { role: 'admin', width: 1024, inHeader: [] },
  { role: 'admin', width: 1280, inHeader: ['Mesa', 'Historial', 'Directorio', 'Personas', 'Ajustes'] },
] as const;

for (const { role, width, inHeader } of PLACES) {
  test(`${width} pixels wide the pages of ${role} are offered once, and the header is one row`, async ({
    team,
  }) => {
    const desk = await team.desk(role, { viewport: { width, height: 700 } });
    await desk.open();
    const { page } = desk;
    const header = page.getByRole('banner');
    await expect(header.getByRole('navigation').getByRole('link')).toHaveText([...inHeader]);
    expect((await header.boundingBox())?.height).toBe(57);
    await page.getByRole('button', { name: /^Cuenta de / }).click();
    const history = page.getByRole('menuitem', { name: 'Historial' });
    await expect(page.getByRole('menuitem', { name: 'Mi perfil' })).toBeVisible();
    await expect(history).toHaveCount(inHeader.length === 0 ? 1 : 0);
  });
}
