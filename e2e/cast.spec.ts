import type { Sight } from './desk';
import { expect, test } from './fixtures';
import { launchAll } from './launch-all';

type Member = { id: number; does: string; sight: Sight & { badge: string }; says?: string };

const STABLE = {
  verdict: 'stable',
  certainty: 'hollow',
  meaning: 'stable_few',
  badge: 'Estable · solo 4 paquetes',
} as const;
const SILENT = { verdict: 'no_internet', certainty: 'solid', badge: 'No responde' } as const;
const FAILED = { badge: 'No se pudo medir' } as const;

// Several at once in each story, so that their pings run side by side, and few enough that a red one hides little.
const CAST: Record<string, readonly Member[]> = {
  'answer are stable, hollow after four packets': [
    { id: 3212345, does: 'answers as in the documents', sight: STABLE },
    { id: 321001, does: 'answers', sight: STABLE },
    { id: 321006, does: 'is slow', sight: STABLE },
    { id: 321016, does: 'answers slowly', sight: STABLE },
  ],
  'answer although WispHub stumbles, or their router is marked, are stable': [
    { id: 321009, does: 'answers after three errors of WispHub', sight: STABLE },
    { id: 321010, does: 'answers after two web pages of WispHub', sight: STABLE },
    { id: 321013, does: 'answers although its router is marked', sight: STABLE },
  ],
  'answer in part, or not by themselves, say so': [
    {
      id: 321002,
      does: 'loses half',
      sight: {
        verdict: 'intermittent',
        certainty: 'solid',
        meaning: 'intermittent',
        badge: 'Intermitente',
      },
    },
    {
      id: 321008,
      does: 'answers by MAC',
      sight: {
        verdict: 'stable',
        certainty: 'hollow',
        meaning: 'link_only',
        badge: 'Estable · solo enlace (MAC)',
      },
    },
    {
      id: 321015,
      does: 'loses the first packet and no other',
      sight: {
        verdict: 'stable',
        certainty: 'hollow',
        meaning: 'stable_loss',
        badge: 'Estable · perdió 1 de 20',
      },
    },
  ],
  'do not answer, or cannot be measured, are told apart': [
    { id: 321003, does: 'is silent', sight: { ...SILENT, meaning: 'silent' } },
    { id: 321017, does: 'never answers a ping', sight: { ...SILENT, meaning: 'silent' } },
    {
      id: 321004,
      does: 'never finishes',
      sight: { ...FAILED, failure: 'deadline' },
      says: 'Esto no dice nada de la línea del cliente.',
    },
    { id: 321005, does: 'meets an error of its router', sight: { ...FAILED, failure: 'router_interface' } },
  ],
};

for (const [what, members] of Object.entries(CAST)) {
  test(`lines that ${what}`, async ({ desk, team }) => {
    test.slow();
    const launched = await launchAll(await team.api('agent'), members);
    await desk.open();
    for (const { id, does, sight, says, task } of launched) {
      await test.step(`a line that ${does} shows “${sight.badge}”`, async () => {
        await desk.search.fill(String(id));
        await desk.option(id).click();
        await desk.sees({ ...sight, task });
        if (says !== undefined) await expect(desk.result).toContainText(says);
        if (sight.failure !== undefined) await expect(desk.result).not.toContainText('No responde');
      });
    }
  });
}

test('an unreachable line names the router that said so, and counts its errors as losses', async ({
  desk,
}) => {
  await desk.open();
  await desk.choose(331007);
  await desk.launch();
  await desk.sees({ ...SILENT, meaning: 'path_alive' });
  await expect(desk.result.getByTestId('ping-meaning')).toContainText('203.0.113.9');
  await expect(desk.result).toContainText('perdió 10 de 10');
  await expect(desk.result.getByTestId('ping-numbers')).toContainText('100');
  await desk.result.getByText('Ver los paquetes en una tabla').click();
  const rows = desk.result.getByTestId('packet-table').locator('tbody tr');
  await expect(rows).toHaveCount(10);
  await expect(rows.and(desk.page.locator('[data-status=host_unreachable]')).first()).toContainText(
    '203.0.113.9',
  );
});

test('a suspended line is not pinged before a second, different key', async ({ desk, simulator }) => {
  await desk.open();
  await desk.choose(331011);
  await expect(desk.card.locator('[data-account=suspended]')).toHaveText('Suspendido');
  await expect(desk.card).toContainText('Debe 90.000');
  await expect(desk.card).toContainText('El servicio está suspendido: es normal que no responda.');
  await desk.isReadyForEnter();
  await desk.press('Enter');
  await expect(desk.launchAnyway).toBeVisible();
  await desk.press('Enter', 'r');
  await expect(desk.launchAnyway).toBeVisible();
  expect(await simulator.launches(331011)).toHaveLength(0);
  const task = await desk.launchedBy(() => desk.press('p'));
  await desk.sees({ verdict: 'no_internet', badge: 'No responde', meaning: 'silent_account', task });
});

test('a ping that WispHub did not confirm is asked for once more, and that is said', async ({
  desk,
  api,
  simulator,
}) => {
  await desk.open();
  await desk.choose(331012);
  const task = await desk.launch();
  await desk.sees({ verdict: 'stable', badge: 'Estable · solo 4 paquetes', task });
  await expect(desk.result).toContainText('Se lanzó dos veces: WispHub no confirmó la primera solicitud.');
  expect(await simulator.launches(331012)).toHaveLength(2);
  expect(await api.readsPing(task)).toMatchObject({ launch_uncertain: true, state: 'finished' });
});

test('a line whose router is marked with a general failure says so before the ping', async ({ desk }) => {
  await desk.open();
  await desk.choose(331013);
  await expect(desk.card).toContainText('Hay una falla general marcada en el router RB-Troncal-Este.');
  await expect(desk.card).toContainText('Corte de fibra troncal en el km 12');
  await expect(desk.launchButton).toBeEnabled();
});

test('a line without an IP cannot be launched, and says why', async ({ desk, simulator }) => {
  await desk.open();
  await desk.choose(331018);
  await expect(desk.card).toContainText('Sin IP');
  await expect(desk.card).toContainText('Este servicio no tiene IP en WispHub');
  await expect(desk.launchButton).toBeDisabled();
  await desk.press('Enter', 'r');
  await expect(desk.progress).toHaveCount(0);
  expect(await simulator.launches(331018)).toHaveLength(0);
});

test('two lines that share an address say so, before the ping and in the badge', async ({ desk }) => {
  await desk.open();
  await desk.choose(331019);
  await expect(desk.card).not.toContainText('Otra ficha tiene la misma IP');
  await desk.choose(331020);
  for (const id of [331020, 331019]) {
    await desk.open(`/?service=${id}`);
    await desk.shows(id);
    await expect(desk.card).toContainText('Otra ficha tiene la misma IP');
    const task = await desk.launch();
    await desk.sees({ verdict: 'stable', certainty: 'hollow', badge: 'Estable · IP repetida', task });
    await expect(desk.result.getByTestId('ping-meaning')).toHaveAttribute('data-meaning', 'shared_ip');
  }
});

test('a line that WispHub does not know says so, and is no silent line', async ({ desk, guard }) => {
  guard.allow(/status of 404 .*\/api\/v1\/339999\/ping\//);
  await desk.open();
  await desk.choose(339999);
  await expect(desk.card).toContainText('WispHub no conoce el servicio 339999.');
  await desk.launchButton.click();
  await expect(desk.page.locator('[data-problem=service_unknown]')).toBeVisible();
  await desk.sees({ failure: 'service_unknown', badge: 'No se pudo medir' });
});

test('homonyms are told apart in the search by address, sector, state and document', async ({ desk }) => {
  await desk.open();
  await desk.search.fill('maria jose perez munoz');
  const [first, second] = [desk.option(1021), desk.option(1022)];
  for (const row of [first, second]) await expect(row).toContainText('María José Pérez Muñoz');
  await expect(first).toContainText('Cl 15 # 6-70');
  await expect(first).toContainText('Sector AP-8');
  await expect(first).toContainText('Doc. …021');
  await expect(first.locator('[data-account]')).toHaveText('Activo');
  await expect(second).toContainText('Vereda La Peña, casa 9');
  await expect(second).toContainText('Sector AP-41');
  await expect(second).toContainText('Doc. …022');
  await expect(second.locator('[data-account]')).toHaveText('Suspendido');
});

test('homonyms are each measured on their own line', async ({ desk }) => {
  await desk.open();
  await desk.choose(331021);
  await desk.sees({ ...STABLE, task: await desk.launch() });
  await desk.choose(331022);
  await desk.launchButton.click();
  const task = await desk.launchedBy(() => desk.launchAnyway.click());
  await desk.sees({ verdict: 'stable', certainty: 'hollow', badge: 'Estable · servicio suspendido', task });
  await expect(desk.result.getByTestId('ping-meaning')).toHaveAttribute('data-meaning', 'stable_account');
});

test('the tab names the customer and the verdict', async ({ desk, page }) => {
  await desk.open();
  await desk.choose(341001);
  const name = (await desk.card.getByRole('heading').textContent()) ?? '';
  expect(name).not.toBe('');
  await expect(page).toHaveTitle(`${name} · Pulso`);
  await desk.launch();
  await desk.sees(STABLE);
  await expect(page).toHaveTitle(`Estable · ${name} · Pulso`);
  await expect(page.getByTestId('announcer')).toHaveText(`${name}: Estable. perdió 0 de 4`);
});
