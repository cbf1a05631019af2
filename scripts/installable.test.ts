import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { offlineWorker } from './installable/offline-worker';

const WORKER = new URL('../public/sw.js', import.meta.url);

type FetchEvent = {
  request: { mode: string; method: string; url: string };
  preloadResponse: Promise<Response | undefined>;
  respondWith: (answer: Promise<Response>) => void;
};

/** What a browser can that sends the request for a page by itself. */
const PRELOAD = {
  getState: () => Promise.resolve({ enabled: true }),
  enable: () => Promise.resolve(),
};

let answered: Promise<Response> | null;
const fetching = vi.fn<() => Promise<Response>>();

/** Has the worker see this request; resolves to its answer, or null where it leaves the request alone. */
async function asks(
  url: string,
  more: { mode?: string; method?: string } = {},
  registration: { navigationPreload?: typeof PRELOAD } = { navigationPreload: PRELOAD },
): Promise<Response | null> {
  const listeners = new Map<string, (event: FetchEvent) => void>();
  const self = {
    registration,
    addEventListener: (name: string, act: (event: FetchEvent) => void) => listeners.set(name, act),
  };
  runInNewContext(await readFile(WORKER, 'utf8'), { self, fetch: fetching, Response, URL });
  // The worker has heard what the browser does before somebody goes to a page.
  await registration.navigationPreload?.getState();
  answered = null;
  listeners.get('fetch')?.({
    request: { mode: 'navigate', method: 'GET', url, ...more },
    preloadResponse: Promise.resolve(undefined),
    respondWith: (answer) => (answered = answer),
  });
  return answered;
}

beforeEach(() => {
  fetching.mockReset().mockRejectedValue(new TypeError('Failed to fetch'));
});

describe('the worker of an installed Pulso', () => {
  it('says what the messages say: otherwise run `node --import tsx scripts/installable.ts`', async () => {
    expect(await readFile(WORKER, 'utf8')).toBe(await offlineWorker());
  });

  it('stands in for a page that cannot be reached, in every language, and says that it did', async () => {
    const page = await asks('http://pulso.test/?service=12345');
    expect(page?.status).toBe(503);
    expect(page?.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'sha256-/);
    const html = (await page?.text()) ?? '';
    for (const language of ['es', 'pt-BR', 'en']) expect(html).toContain(`<section lang="${language}"`);
  });

  it('hands on whatever the server answers to a page, also an error', async () => {
    const page = new Response('away', { status: 503 });
    fetching.mockResolvedValue(page);
    expect(await asks('http://pulso.test/')).toBe(page);
  });

  it.each([
    ['cannot send requests ahead', {}],
    [
      'does not send them ahead',
      { navigationPreload: { ...PRELOAD, getState: () => Promise.resolve({ enabled: false }) } },
    ],
  ])('leaves every page to a browser that %s', async (_, registration) => {
    expect(await asks('http://pulso.test/', {}, registration)).toBeNull();
    expect(fetching).not.toHaveBeenCalled();
  });

  it.each([
    ['the API', 'http://pulso.test/api/v1/services/', { mode: 'cors' }],
    ['a script', 'http://pulso.test/_next/static/chunks/a.js', { mode: 'no-cors' }],
    ['a file to download', 'http://pulso.test/api/v1/history/export/', {}],
    ['a form', 'http://pulso.test/', { method: 'POST' }],
  ])('leaves %s alone', async (_, url, more) => {
    expect(await asks(url, more)).toBeNull();
    expect(fetching).not.toHaveBeenCalled();
  });

  it('keeps nothing: no cache and no store', async () => {
    expect(await readFile(WORKER, 'utf8')).not.toMatch(/\bcaches\b|indexedDB|localStorage\.set/);
  });
});
