import { expect, test } from './fixtures';

test('two people at one line see the same ping run and end, whoever asked for it', async ({
  desk,
  team,
  api,
  simulator,
}) => {
  const id = 891003;
  const colleague = await team.desk('supervisor');
  await Promise.all([desk.open(), colleague.open()]);
  // Four rounds, so that both are there before it ends.
  const task = await (await team.api('agent')).startsPing(id, 40);
  for (const each of [desk, colleague]) {
    await each.choose(id);
    await each.isMeasuring();
    await expect(each.launchButton).toBeDisabled();
  }
  for (const each of [desk, colleague]) {
    await each.sees({ verdict: 'no_internet', certainty: 'solid', badge: 'No responde', task });
    await expect(each.result).toContainText('Pedida por Ana Torres');
  }
  const { requested_by: requesters } = await api.readsPing(task);
  expect(
    requesters.map(({ name }) => name),
    'looking is not asking',
  ).toEqual(['Ana Torres']);
  expect(await simulator.launches(id), 'four rounds of ten').toHaveLength(4);
});
