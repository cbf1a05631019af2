import { format, resolveConfig } from 'prettier';
import { offlinePage } from './offline-page';

const CONFIG = new URL('../../.prettierrc.json', import.meta.url).pathname;

/** The source of public/sw.js. Its text changes with the words, so that browsers take a new one over by themselves. */
export async function offlineWorker(): Promise<string> {
  const { html, policy } = offlinePage();
  const source = `
// Written by \`node --import tsx scripts/installable.ts\` from the message files: change those, and run it again.
// It stands in for a page that cannot be reached, and for nothing else. It keeps no answer of the server: what somebody
// saw does not stay in the browser, and there is nothing to forget when they sign out.
const PAGE = ${JSON.stringify(html)};

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': ${JSON.stringify(policy)},
};

/**
 * Whether the browser sends the request for a page by itself, while this worker wakes up. Where it does not, the worker
 * leaves pages to the browser: then nothing here can stand between somebody and a page that answers.
 */
let isSentAhead = self.registration.navigationPreload !== undefined;
self.registration.navigationPreload?.getState().then(
  ({ enabled }) => (isSentAhead = enabled),
  () => (isSentAhead = false),
);

async function sendAhead() {
  await self.registration.navigationPreload?.enable();
  isSentAhead = self.registration.navigationPreload !== undefined;
}

self.addEventListener('install', (event) => {
  void self.skipWaiting();
  // Whatever is no page does not wake this worker, in browsers that can be told so.
  const others = ['cors', 'no-cors', 'same-origin'].map((requestMode) => ({ requestMode }));
  event.waitUntil(event.addRoutes?.({ condition: { or: others }, source: 'network' }).catch(() => {}));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), sendAhead()]));
});

async function answer(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return new Response(PAGE, { status: 503, headers: HEADERS });
  }
}

self.addEventListener('fetch', (event) => {
  const { mode, method, url } = event.request;
  if (!isSentAhead) return;
  if (mode !== 'navigate' || method !== 'GET') return;
  // A file to download is no page.
  if (new URL(url).pathname.startsWith('/api/')) return;
  event.respondWith(answer(event));
});
`;
  return format(source.trimStart(), { ...(await resolveConfig(CONFIG)), parser: 'babel' });
}
