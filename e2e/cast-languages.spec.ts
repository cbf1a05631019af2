import { expect, test } from './fixtures';
import { launchAll } from './launch-all';

/** What the badge of each member says, written by hand after the product's table of words. */
type Badges = {
  stable: string;
  intermittent: string;
  silent: string;
  failed: string;
  link: string;
  suspended: string;
  shared: string;
  lossy: string;
};

// In Spanish the cast is looked at in cast.spec.ts.
const LANGUAGES: readonly { label: 'Português' | 'English'; prefix: number; badges: Badges }[] = [
  {
    label: 'Português',
    prefix: 882,
    badges: {
      stable: 'Estável · só 4 pacotes',
      intermittent: 'Intermitente',
      silent: 'Sem resposta',
      failed: 'Não foi possível medir',
      link: 'Estável · só enlace (MAC)',
      suspended: 'Estável · serviço suspenso',
      shared: 'Estável · IP repetido',
      lossy: 'Estável · perdeu 1 de 20',
    },
  },
  {
    label: 'English',
    prefix: 883,
    badges: {
      stable: 'Stable · only 4 packets',
      intermittent: 'Intermittent',
      silent: 'No reply',
      failed: 'Could not measure',
      link: 'Stable · link only (MAC)',
      suspended: 'Stable · service suspended',
      shared: 'Stable · duplicate IP',
      lossy: 'Stable · lost 1 of 20',
    },
  },
];

/** Everybody of the cast who can be measured; 1014 slows WispHub down for all, and 1018 has no IP. */
const CAST: readonly (readonly [member: number, badge: keyof Badges])[] = [
  [12345, 'stable'],
  [1001, 'stable'],
  [1002, 'intermittent'],
  [1003, 'silent'],
  [1005, 'failed'],
  [1006, 'stable'],
  [1007, 'silent'],
  [1008, 'link'],
  [1009, 'stable'],
  [1010, 'stable'],
  [1011, 'silent'],
  [1013, 'stable'],
  [1015, 'lossy'],
  [1016, 'stable'],
  [1017, 'silent'],
  [1019, 'shared'],
  [1020, 'shared'],
  [1021, 'stable'],
  [1022, 'suspended'],
  // The two that take longest are looked at last.
  [1012, 'stable'],
  [1004, 'failed'],
];

for (const { label, prefix, badges } of LANGUAGES) {
  test(`every member of the cast has the badge that the product's table names, in ${label}`, async ({
    desk,
    team,
  }) => {
    const lines = CAST.map(([member, badge]) => ({ id: Number(`${prefix}${member}`), badge: badges[badge] }));
    const launched = await launchAll(await team.api('agent'), lines);
    await desk.open();
    await desk.choosesLanguage(label);
    for (const { id, badge, task } of launched) {
      await desk.search.fill(String(id));
      await desk.option(id).click();
      await expect(desk.result, `the ping of ${id}`).toHaveAttribute('data-task-id', task);
      await expect(desk.badge, `the badge of ${id}`).toHaveText(badge);
    }
  });
}
