import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settings } from '@/lib/db/schema';
import { getSettings } from '@/lib/db/settings';
import { defaultSettings, rulesOf, type Settings } from '@/lib/domain/settings';
import { packetsOf, testPolicy, testService } from '@/lib/domain/test-ping';
import { changeSettings } from './change-settings';
import { readSettings } from './read-settings';
import { startPing, startPingInput } from './start-ping';
import { evidence } from './test-gateway';
import { person, refusal, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const admin = person('admin');
const agent = person('agent');
const own: Settings = {
  ...defaultSettings,
  operatorName: 'Red Demo',
  stableFrom: 0.95,
  fibreWords: ['xpon'],
};

describe('the settings', () => {
  it('that nobody changed are the defaults', async () => {
    expect(await readSettings(test.as(agent))).toEqual(defaultSettings);
  });

  it('that an administrator saved are read by everybody, and the last save counts', async () => {
    await changeSettings(test.as(admin), { ...own, jitterMs: 50 });
    expect(await changeSettings(test.as(admin), own)).toEqual(own);
    expect(await readSettings(test.as(agent))).toEqual(own);
    expect(await test.store.db.$count(settings)).toBe(1);
  });

  it('keep who changed them and when', async () => {
    test.move(5000);
    await changeSettings(test.as(admin), own);
    const rows = await test.store.db.select().from(settings);
    expect(rows).toMatchObject([{ updatedBy: admin.id, updatedAt: test.system.now() }]);
  });

  it('stay as they were when somebody may not change them', async () => {
    await changeSettings(test.as(admin), own);
    expect((await refusal(changeSettings(test.as(agent), defaultSettings))).code).toBe('forbidden');
    expect(await readSettings(test.as(agent))).toEqual(own);
  });

  it('that an older version stored are read with the defaults of what it did not know', async () => {
    const row = { id: 1, value: { operatorName: 'Red Demo' }, updatedAt: test.system.now() };
    await test.store.db.insert(settings).values(row);
    expect(await readSettings(test.as(agent))).toEqual({ ...defaultSettings, operatorName: 'Red Demo' });
  });
});

describe('the boundary of a stable line', () => {
  let known = defaultSettings;
  const instance = () => ({
    ...test.system,
    get policy() {
      return { ...testPolicy, rules: rulesOf(known) };
    },
  });

  beforeEach(() => void (known = defaultSettings));

  /** A ping of ten packets that loses one, under the settings as they are when its result comes. */
  async function ping(beforeTheResult = async () => {}) {
    test.wisphub.script.read = ({ packets }) => evidence(packetsOf(packets, packets - 1));
    const input = startPingInput.parse({ serviceId: testService.serviceId, pings: 10 });
    const { taskId } = await startPing(test.as(agent), input);
    await beforeTheResult();
    known = await getSettings(test.store.db);
    test.move(2001);
    await test.step(instance());
    return test.ping(taskId);
  }
  const change = async () => void (await changeSettings(test.as(admin), own));

  it('changes the verdict and the rules version of the next ping, and of no earlier one', async () => {
    const before = await ping();
    expect(before).toMatchObject({ verdict: 'stable', rulesVersion: 1 });
    await change();
    expect(await ping()).toMatchObject({ verdict: 'intermittent', rulesVersion: 195 });
    expect(await test.ping(before.id)).toEqual(before);
  });

  it('that changes while a ping runs is the one its result is judged by', async () => {
    expect(await ping(change)).toMatchObject({ verdict: 'intermittent', rulesVersion: 195 });
  });

  it('set back to its default is version 1 again', async () => {
    await change();
    await changeSettings(test.as(admin), defaultSettings);
    expect(await ping()).toMatchObject({ verdict: 'stable', rulesVersion: 1 });
  });
});
