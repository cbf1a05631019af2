import { afterAll, beforeAll, expect, it } from 'vitest';
import { customerList } from './customer-list';
import { startTestSimulator } from './test-simulator';

let simulator: Awaited<ReturnType<typeof startTestSimulator>>;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
afterAll(() => simulator.close());

const recordOf = (id: number) => customerList(new URLSearchParams({ id_servicio: String(id) })).results[0];
const statuses = async (id: number, count: number) => {
  const taskId = await simulator.launch(id);
  const replies = [];
  for (let read = 0; read < count; read += 1) replies.push(await simulator.net(`/api/tasks/${taskId}/`));
  return replies;
};
const lost = (packets: { received?: string }[]) => packets.filter(({ received }) => received === '0').length;

it('1002 loses half, whatever the round', async () => {
  expect(lost((await simulator.ping(1002, 4)).packets)).toBe(2);
  expect(lost((await simulator.ping(1002, 6)).packets)).toBe(3);
  expect(lost((await simulator.ping(1002, 10)).packets)).toBe(5);
});

it.each([1003, 1011, 1017])('%i never answers', async (id) => {
  const { packets, summary } = await simulator.ping(id);
  expect(packets.every(({ status }) => status === 'timeout')).toBe(true);
  expect(summary).toBe('0 de 4');
});

it('1005 gives router error texts, in which nothing was measured', async () => {
  const { packets, errors, summary } = await simulator.ping(1005);
  expect(packets).toEqual([]);
  expect(errors).toHaveLength(4);
  expect(errors[0]).toContain('10.20.30.105');
  expect(summary).toBe('0 de 4');
});

it('1006 is busy for nine seconds and then stable', async () => {
  const slow = await startTestSimulator(50);
  const startedAt = Date.now();
  const { summary } = await slow.ping(1006, 1);
  expect((Date.now() - startedAt) * 50).toBeGreaterThan(8_900);
  expect(summary).toBe('1 de 1');
  await slow.close();
});

it('1008 answers by its MAC', async () => {
  const { packets } = await simulator.ping(1008);
  expect(packets.every(({ host }) => host === recordOf(1008)?.mac_cpe)).toBe(true);
});

it('1009 breaks on the first three reads of each task, and of each task alone', async () => {
  const [first, second] = await Promise.all([statuses(1009, 4), statuses(1009, 4)]);
  for (const replies of [first, second])
    expect(replies.map(({ status }) => status)).toEqual([500, 500, 500, 200]);
  expect((await simulator.ping(1009)).summary).toBe('4 de 4');
});

it('1010 answers HTML first, once with status 200', async () => {
  const replies = await statuses(1010, 3);
  expect(replies.map(({ status }) => status)).toEqual([200, 521, 200]);
  expect(replies.map(({ headers }) => headers.get('content-type')?.split(';')[0])).toEqual([
    'text/html',
    'text/html',
    'application/json',
  ]);
});

it('1012 stalls on every odd launch, though a task was made, and answers the even ones', async () => {
  await expect(simulator.launch(1012, 4, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  expect((await simulator.ping(1012)).summary).toBe('4 de 4');
  await expect(simulator.launch(1012, 4, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
});

it('1014 is limited on the first read, with a short Retry-After', async () => {
  const [limited, next] = await statuses(1014, 2);
  expect([limited?.status, limited?.headers.get('retry-after'), next?.status]).toEqual([429, '1', 200]);
});

it('1015 loses only the first packet of the first task of a test', async () => {
  const first = await simulator.ping(1015);
  const next = await simulator.ping(1015, 6);
  expect([first.packets[0]?.status, lost(first.packets), lost(next.packets)]).toEqual(['timeout', 1, 0]);
});

it('1016 answers everything, slowly', async () => {
  const { packets } = await simulator.ping(1016, 10);
  expect(lost(packets)).toBe(0);
  expect(packets.every(({ time = '' }) => parseInt(time) >= 80 && parseInt(time) <= 400)).toBe(true);
});

it('the records of the cast tell what their stories need', () => {
  expect(recordOf(12345)).toMatchObject({
    nombre: 'Johana Vargas Peña',
    zona: { nombre: 'Zona Norte' },
    router: { nombre: 'RB-Norte', falla_general: false },
    sectorial: { nombre: 'AP-7' },
    direccion: 'Cl 12 # 4-31, Centro',
    ip: '10.20.30.40',
    plan_internet: { nombre: 'Plan Hogar 20M' },
  });
  expect(recordOf(1011)).toMatchObject({ estado: 'Suspendido', saldo: '90000.00' });
  expect(recordOf(1013)).toMatchObject({ router: { falla_general: true } });
  expect(recordOf(1017)).toMatchObject({ estado: 'Activo', estado_facturas: 'Pagadas' });
  expect(recordOf(1018)).toMatchObject({ ip: '' });
  expect(recordOf(1019)?.ip).toBe(recordOf(1020)?.ip);
  expect(recordOf(1021)?.nombre).toBe(recordOf(1022)?.nombre);
  expect(recordOf(1021)?.cedula).not.toBe(recordOf(1022)?.cedula);
});

it('a longer id that ends in a cast id behaves like it', async () => {
  expect(lost((await simulator.ping(21002)).packets)).toBe(2);
  const { packets } = await simulator.ping(812345);
  expect(packets.every(({ host }) => host === recordOf(812345)?.ip)).toBe(true);
  await expect(simulator.launch(71012, 4, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
});

it('a longer id has a record of its own, with the traits of its cast member', () => {
  expect(recordOf(31011)).toMatchObject({ id_servicio: 31011, estado: 'Suspendido' });
  expect(recordOf(31011)?.ip).not.toBe(recordOf(1011)?.ip);
  expect(recordOf(31018)?.ip).toBe('');
  expect(recordOf(31013)).toMatchObject({ router: { falla_general: true } });
  expect(recordOf(31019)?.ip).toBe(recordOf(31020)?.ip);
  expect(recordOf(19999)).toBeUndefined();
});
