import type { Page } from '@playwright/test';
import { EXACT_MOMENT } from '@/lib/i18n/moments';
import { expect, test } from './fixtures';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const figure = new Intl.NumberFormat('es', { maximumFractionDigits: 1 });
const moment = new Intl.DateTimeFormat('es', { ...EXACT_MOMENT, timeZone: 'America/Bogota' });

/** What was copied, by the word that begins each line. */
async function copied(page: Page): Promise<Record<string, string>> {
  const text = await page.evaluate(() => navigator.clipboard.readText());
  return Object.fromEntries(
    text.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  );
}

test('the ticket holds what was measured, the steps that were ticked, the note, and the way back', async ({
  desk,
  page,
  api,
  baseURL,
}) => {
  const id = 821002;
  await desk.open();
  await desk.choose(id);
  const name = (await desk.card.getByRole('heading').textContent()) ?? '';
  await desk.isReadyForEnter();
  await desk.press('1');
  const task = await desk.launchedBy(() => desk.press('Enter'));
  await desk.sees({ verdict: 'intermittent', certainty: 'solid', task });

  const steps = page.getByRole('region', { name: 'Siguiente paso' });
  await expect(steps).toContainText('Visita solo si el problema se repite');
  await expect(steps.getByRole('checkbox')).toHaveCount(4);
  await steps.getByLabel('Pida pausar descargas y ajustar los cables del equipo.').check();
  await steps.getByLabel('Revise señal, interferencia y saturación del enlace o del sector.').check();
  await steps.getByLabel('Repita con 20 paquetes ahora y también a otra hora.').check();
  await steps.getByLabel('Revise señal, interferencia y saturación del enlace o del sector.').uncheck();
  await page.getByLabel('Nota para el ticket').fill('Se corta de noche; vuelve a llamar el jueves.');
  await page.getByRole('button', { name: 'Copiar ticket' }).click();
  await expect(page.getByRole('button', { name: 'Ticket copiado' })).toBeVisible();

  const ping = await api.readsPing(task);
  const { min, median, max, jitter } = ping.rtt_ms;
  const ms = (value: number | null) => figure.format(value ?? NaN);
  expect(await copied(page)).toEqual({
    Servicio: `${name} · ${id} · ${ping.frozen.ip}`,
    Motivo: 'No navega',
    Resultado: 'Intermitente',
    Lectura: 'La línea responde a ratos. Con pérdidas así, el cliente puede notar cortes y lentitud.',
    Hora: `${moment.format(new Date(ping.finished_at ?? ''))} (GMT-5)`,
    Paquetes: expect.stringMatching(
      new RegExp(`^${ping.received} de ${ping.sent} respondidos, pérdida 50\\s%$`),
    ),
    Latencia: `mediana ${ms(median)} ms, ${ms(min)}–${ms(max)} ms`,
    Variación: `${ms(jitter)} ms`,
    'Quién respondió': `${ping.frozen.ip} (equipo del cliente, ${ping.received} respuestas)`,
    'Pasos hechos':
      'Pida pausar descargas y ajustar los cables del equipo. Repita con 20 paquetes ahora y también a otra hora.',
    Nota: 'Se corta de noche; vuelve a llamar el jueves.',
    Caso: ping.case_code,
    Reglas: 'versión 1',
    Enlace: `${baseURL}/pings/${task}`,
  });
  await expect(page.getByTestId('case-code')).toHaveText(`Caso ${ping.case_code}`);
});

test('T copies the ticket, and its link shows a colleague the same ping, even after a newer one', async ({
  desk,
  page,
  team,
  simulator,
}) => {
  const id = 821003;
  await simulator.script(id, 'silent', 'silent', 'stable');
  await desk.open();
  await desk.choose(id);
  const task = await desk.launch();
  await desk.sees({ verdict: 'no_internet', certainty: 'solid', task });
  await expect(page.getByRole('region', { name: 'Siguiente paso' })).toContainText(
    'Visita si los pasos no lo resuelven',
  );
  const code = (await page.getByTestId('case-code').textContent()) ?? '';
  await desk.press('t');
  await expect(page.getByRole('button', { name: 'Ticket copiado' })).toBeVisible();
  const ticket = await copied(page);
  expect(`Caso ${ticket.Caso}`).toBe(code);
  expect(ticket, 'nobody ticked a step').not.toHaveProperty('Pasos hechos');
  expect(ticket, 'nobody wrote a note').not.toHaveProperty('Nota');
  const newer = await desk.launchedBy(() => desk.press('r'));
  await desk.sees({ verdict: 'stable', task: newer });

  const colleague = await team.desk('supervisor');
  await colleague.open(ticket.Enlace);
  await colleague.sees({ verdict: 'no_internet', certainty: 'solid', task });
  await expect(colleague.page.getByTestId('line-of-ping')).toHaveAttribute('href', `/services/${id}`);
  await expect(colleague.page.getByTestId('case-code')).toHaveText(code);
  await expect(colleague.page.getByText('Está viendo una medición anterior.')).toBeVisible();
});

test('a ping that could not be measured calls for no visit, and its ticket claims no loss', async ({
  desk,
  page,
}) => {
  await desk.open();
  await desk.choose(821005);
  const task = await desk.launch();
  await desk.sees({ failure: 'router_interface', task });
  const steps = page.getByRole('region', { name: 'Siguiente paso' });
  await expect(steps).toHaveAttribute('data-visit', 'no');
  await expect(steps).toContainText('Sin visita');
  await desk.press('t');
  await expect(page.getByRole('button', { name: 'Ticket copiado' })).toBeVisible();
  const ticket = await copied(page);
  expect(ticket.Resultado).toBe('No se pudo medir');
  expect(ticket.Lectura).toContain('El router rechazó el ping');
  expect(ticket.Lectura).toContain('Esto no dice nada de la línea del cliente.');
  expect(Object.keys(ticket)).toEqual(['Servicio', 'Resultado', 'Lectura', 'Hora', 'Caso', 'Enlace']);
});

test('a browser that does not let copy shows the ticket to be copied by hand', async ({ desk, page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await desk.open();
  await desk.choose(821001);
  const task = await desk.launch();
  await desk.sees({ verdict: 'stable', task });
  await desk.press('t');
  const byHand = page.getByLabel('El navegador no dejó copiar. Seleccione el texto y cópielo a mano.');
  await expect(byHand).toHaveValue(/^Servicio: .* · 821001 · 10\./);
  await expect(byHand).toHaveValue(new RegExp(`/pings/${task}$`));
});

// A tick box counts as a field to type in (components/shell/use-shortcuts.ts), so that the key is lost.
test('T copies the ticket right after a step was ticked', async ({ desk, page }) => {
  await desk.open();
  await desk.choose(831002);
  await desk.sees({ verdict: 'intermittent', task: await desk.launch() });
  await page.getByRole('checkbox', { name: 'Repita con 20 paquetes ahora y también a otra hora.' }).check();
  await desk.press('t');
  await expect(page.getByRole('button', { name: 'Ticket copiado' })).toBeVisible();
  expect(await copied(page)).toMatchObject({
    'Pasos hechos': 'Repita con 20 paquetes ahora y también a otra hora.',
  });
});
