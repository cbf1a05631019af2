import type { Desk } from './desk';
import { expect, test } from './fixtures';

const whole = new Intl.NumberFormat('es', { maximumFractionDigits: 0 });

type Code = 'slow' | 'jittery' | 'path_alive' | 'link_only';
type Words = { label: string; rule: string; source: string };

/** Opens what stands behind a remark, reads it, and closes it again. */
async function expectRemark(desk: Desk, code: Code, { label, rule, source }: Words): Promise<void> {
  const chip = desk.result.locator(`[data-remark=${code}]`);
  await expect(chip).toHaveText(label);
  await chip.click();
  const popover = desk.page.getByRole('note', { name: label });
  await expect(popover.locator('p')).toHaveText([rule, source]);
  await desk.press('Escape');
  await expect(popover).toHaveCount(0);
}

test('a slow and uneven line stays stable, and each remark tells its rule, its threshold and its source', async ({
  desk,
  api,
}) => {
  await desk.open();
  await desk.choose(811016);
  await desk.takes(10);
  const task = await desk.launch();
  await desk.sees({ verdict: 'stable', certainty: 'solid', badge: 'Estable', meaning: 'stable_clean', task });
  const { median, jitter } = (await api.readsPing(task)).rtt_ms;
  await expect(desk.result.locator('[data-remark]')).toHaveCount(2);
  await expectRemark(desk, 'slow', {
    label: `lenta para radioenlace: ${whole.format(median ?? NaN)} ms`,
    rule: 'La mediana de las respuestas supera 60 ms, el límite fijado para radioenlace.',
    source: 'estimación de Pulso; el proveedor la ajusta',
  });
  await expectRemark(desk, 'jittery', {
    label: `latencia variable: ${whole.format(jitter ?? NaN)} ms`,
    rule: 'La diferencia media entre respuestas seguidas supera 30 ms: se nota en llamadas y videollamadas.',
    source: 'basado en RFC 3550; límites de Cisco y Teams',
  });
  await desk.sees({ verdict: 'stable', certainty: 'solid', badge: 'Estable', task });
});

test('an error of a router on the way is remarked as a path that is alive up to its address', async ({
  desk,
}) => {
  await desk.open();
  await desk.choose(811007);
  const task = await desk.launch();
  await desk.sees({ verdict: 'no_internet', certainty: 'solid', badge: 'No responde', task });
  await expect(desk.result.locator('[data-remark]')).toHaveCount(1);
  await expectRemark(desk, 'path_alive', {
    label: 'la red llega hasta 203.0.113.9',
    rule: 'Un router del camino contestó con un error en lugar del equipo del cliente: la red funciona hasta ese router.',
    source: 'avisos de error ICMP (RFC 792)',
  });
});

test('an answer by MAC is remarked as a link, and not as internet', async ({ desk }) => {
  await desk.open();
  await desk.choose(811008);
  const task = await desk.launch();
  await desk.sees({ verdict: 'stable', certainty: 'hollow', badge: 'Estable · solo enlace (MAC)', task });
  await expect(desk.result.locator('[data-remark]')).toHaveCount(1);
  await expectRemark(desk, 'link_only', {
    label: 'solo enlace (MAC)',
    rule: 'El equipo contestó con su MAC y no con su IP: prueba que está encendido y enlazado, no que tenga internet.',
    source: 'ARP (RFC 826), capa 2',
  });
});

test('a line of which nothing is to be remarked has no remark', async ({ desk }) => {
  await desk.open();
  await desk.choose(811001);
  const task = await desk.launch();
  await desk.sees({ verdict: 'stable', task });
  await expect(desk.result.getByTestId('ping-numbers')).toBeVisible();
  await expect(desk.result.locator('[data-remark]')).toHaveCount(0);
});
