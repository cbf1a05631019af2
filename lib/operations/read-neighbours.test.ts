import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { upsertServices } from '@/lib/db/services';
import { storePing } from '@/lib/db/test-store';
import { failure } from '@/lib/domain/failure';
import type { Ping } from '@/lib/domain/ping';
import { atMs, testPing, testService, testStart } from '@/lib/domain/test-ping';
import type { Verdict } from '@/lib/domain/verdict';
import { readNeighbours } from './read-neighbours';
import { person, testSystem, type TestSystem } from './test-system';

const { serviceId } = testService;
const sector = { id: 5, name: 'Sector Cerro', outage: false, outageNote: null };
const service = { ...testService, sector };
const MINUTE = 60_000;

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(async () => {
  await test.reset();
  await upsertServices(test.store.db, [service, { ...service, serviceId: 2, name: 'Vecina Dos' }], testStart);
  test.move(100 * MINUTE);
});
afterAll(() => test.close());

const places = {
  sector: { sector: { id: 5, name: 'Sector Cerro' } },
  router: { sector: { id: 6, name: 'Otro' }, router: { id: 77, name: 'Nodo Norte' } },
  zone: { router: { id: 78, name: 'Otro' }, zone: { id: 31, name: 'Zona Norte' } },
  elsewhere: { router: { id: 78, name: 'Otro' }, zone: { id: 32, name: 'Zona Sur' } },
} satisfies Record<string, Partial<Ping['frozen']>>;

type Changes = Omit<Partial<Ping>, 'frozen'> & { frozen?: Partial<Ping['frozen']> };

/** A finished ping of another service, ten minutes ago, in the same sector unless it is told otherwise. */
async function tested(otherId: number, verdict: Verdict, { frozen, ...changes }: Changes = {}) {
  const at = atMs(90 * MINUTE);
  const place = { ...testPing().frozen, ...places.sector, ...frozen };
  const ended = { state: 'finished', verdict, createdAt: at, finishedAt: at } as const;
  await storePing(test.store.db, { serviceId: otherId, ...ended, ...changes, frozen: place });
}
const read = () => readNeighbours(test.as(person('agent')), { serviceId });
const idsRead = async () => (await read()).neighbours.map((neighbour) => neighbour.serviceId);

describe('the neighbours of a service', () => {
  it('are the others on its sector, each with its latest verdict, its name and its time', async () => {
    await tested(2, 'stable', { createdAt: atMs(80 * MINUTE), finishedAt: atMs(81 * MINUTE) });
    await tested(2, 'no_internet');
    await tested(3, 'intermittent');
    expect(await read()).toEqual({
      windowMinutes: 60,
      scope: 'sector',
      nodeName: 'Sector Cerro',
      neighbours: [
        { serviceId: 2, name: 'Vecina Dos', verdict: 'no_internet', finishedAt: atMs(90 * MINUTE) },
        { serviceId: 3, name: null, verdict: 'intermittent', finishedAt: atMs(90 * MINUTE) },
      ],
    });
  });

  it('cost WispHub nothing', async () => {
    await tested(2, 'stable');
    await read();
    const { launches, looks, finds, lists } = test.wisphub;
    expect([launches, looks, finds, lists].flat()).toEqual([]);
  });

  it.each<[string, Changes]>([
    ['ran for the wrong customer', { wrongCustomerAt: atMs(91 * MINUTE) }],
    ['could not be measured', { state: 'failed', verdict: null, failure: failure('router', 'router_login') }],
    ['still runs', { state: 'running', verdict: null, finishedAt: null }],
    ['is of a suspended account', { frozen: { status: 'Suspendido' } }],
    ['is of a suspended account, in Portuguese', { frozen: { status: 'suspenso' } }],
    ['is of a cancelled account', { frozen: { status: 'CANCELADO' } }],
    ['went to an address that two records share', { ipShared: true }],
    ['is the own one of the service', { serviceId }],
    ['is older than an hour', { createdAt: atMs(40 * MINUTE - 1), finishedAt: atMs(41 * MINUTE) }],
    ['was on another node then', { frozen: { ...places.elsewhere, sector: null } }],
  ])('a ping that %s says nothing of them', async (_name, changes) => {
    await tested(4, 'no_internet', changes);
    expect(await read()).toEqual({ windowMinutes: 60, scope: null, nodeName: null, neighbours: [] });
    await tested(2, 'stable');
    expect(await idsRead()).toEqual([2]);
  });

  it('a ping that says nothing does not hide an earlier one of the same service that does', async () => {
    await tested(2, 'stable', { createdAt: atMs(80 * MINUTE), finishedAt: atMs(80 * MINUTE) });
    await tested(2, 'no_internet', { wrongCustomerAt: atMs(91 * MINUTE) });
    expect((await read()).neighbours).toMatchObject([{ serviceId: 2, verdict: 'stable' }]);
  });

  it('are counted within the last 60 minutes', async () => {
    await tested(2, 'stable', { createdAt: atMs(40 * MINUTE + 1), finishedAt: atMs(41 * MINUTE) });
    expect(await idsRead()).toEqual([2]);
    test.move(1);
    expect(await idsRead()).toEqual([]);
  });

  it('are those of the narrowest node that has any: sector, then router, then zone', async () => {
    await tested(3, 'stable', { frozen: { ...places.zone, sector: null } });
    expect(await read()).toMatchObject({ scope: 'zone', nodeName: 'Zona Norte' });
    await tested(4, 'stable', { frozen: { ...places.router } });
    expect(await read()).toMatchObject({ scope: 'router', nodeName: 'Nodo Norte' });
    expect(await idsRead()).toEqual([4]);
    await tested(2, 'stable');
    expect(await read()).toMatchObject({ scope: 'sector', nodeName: 'Sector Cerro' });
    expect(await idsRead()).toEqual([2]);
  });

  it('of a service without a sector, or outside the directory, are of what is known', async () => {
    await upsertServices(test.store.db, [{ ...service, sector: null }], test.system.now());
    await tested(2, 'stable');
    expect(await read()).toMatchObject({ scope: 'router' });
    const unknown = await readNeighbours(test.as(person('agent')), { serviceId: 999_999 });
    expect(unknown).toMatchObject({ scope: null, neighbours: [] });
  });
});
