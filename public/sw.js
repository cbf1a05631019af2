// Written by `node --import tsx scripts/installable.ts` from the message files: change those, and run it again.
// It stands in for a page that cannot be reached, and for nothing else. It keeps no answer of the server: what somebody
// saw does not stay in the browser, and there is nothing to forget when they sign out.
const PAGE =
  '<!DOCTYPE html>\n<html lang="es">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">\n<title>Sin conexión · Pulso</title>\n<style>\n:root { color-scheme: light; --canvas: #f6f6f8; --ink: #17171c; --muted: #585866; --brand: #5a43d0 }\n:root.dark { color-scheme: dark; --canvas: #101014; --ink: #f2f2f5; --muted: #a6a6b5; --brand: #6d57e6 }\nbody { margin: 0; background: var(--canvas); color: var(--ink); font: 1rem/1.5rem system-ui, sans-serif }\nmain { box-sizing: border-box; min-height: 100dvh; max-width: 28rem; margin: auto; padding: 2rem 1.5rem;\n  display: flex; flex-direction: column; justify-content: center; gap: 1rem }\nsvg { width: 3.5rem; height: 3.5rem }\nh1 { margin: 0; font-size: 2rem; line-height: 2.5rem; letter-spacing: -0.02em }\np { margin: 0.75rem 0 0; text-wrap: pretty }\n.muted { color: var(--muted) }\nbutton { margin-top: 1.5rem; width: 100%; min-height: 3rem; border: 0; border-radius: 8px; background: var(--brand);\n  color: #fff; font: 500 1rem/1.5rem system-ui, sans-serif; cursor: pointer }\n:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px }\n</style>\n</head>\n<body>\n<main data-testid="offline-page">\n<svg viewBox="0 0 24 24" fill="none" aria-hidden="true"><rect width="24" height="24" rx="6" fill="var(--brand)"/><path d="M3.5 12.5h4l2.2-6 4 11 2.4-5h4.4" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>\n<section lang="es">\n<h1>Sin conexión</h1>\n<p>Esta página no se puede cargar ahora. Lo que pidió no se pierde: Pulso sigue midiendo en el servidor y guarda el resultado.</p>\n<p>Lo que escribió sigue en esta pestaña.</p>\n<p class="muted">La página vuelve sola cuando haya señal.</p>\n<button type="button">Reintentar ahora</button>\n</section>\n<section lang="pt-BR" hidden>\n<h1>Sem conexão</h1>\n<p>Esta página não pode ser carregada agora. Nada do que você pediu se perde: o Pulso continua medindo no servidor e guarda o resultado.</p>\n<p>O que você digitou continua nesta aba.</p>\n<p class="muted">A página volta sozinha quando houver sinal.</p>\n<button type="button">Tentar agora</button>\n</section>\n<section lang="en" hidden>\n<h1>No connection</h1>\n<p>This page cannot be loaded right now. Nothing you asked for is lost: Pulso keeps measuring on the server and saves the result.</p>\n<p>What you typed is still in this tab.</p>\n<p class="muted">The page comes back by itself as soon as there is signal.</p>\n<button type="button">Try now</button>\n</section>\n</main>\n<script>\nconst chosen = /(?:^|; )pulso-locale=([^;]*)/.exec(document.cookie)?.[1];\nconst languageOf = (tag) => (tag ?? \'\').toLowerCase().split(\'-\')[0];\nconst all = [...document.querySelectorAll(\'section\')];\nconst wanted = [chosen, ...navigator.languages].map(languageOf);\nconst language = wanted.find((tag) => all.some(({ lang }) => languageOf(lang) === tag)) ?? \'es\';\nfor (const section of all) {\n  section.hidden = languageOf(section.lang) !== language;\n  if (section.hidden) continue;\n  document.documentElement.lang = section.lang;\n  document.title = section.querySelector(\'h1\').textContent + \' · Pulso\';\n}\nconst stored = (() => { try { return localStorage.getItem(\'theme\') } catch { return null } })();\nconst prefersDark = matchMedia(\'(prefers-color-scheme: dark)\').matches;\nconst isDark = stored === \'dark\' || (stored !== \'light\' && prefersDark);\ndocument.documentElement.classList.toggle(\'dark\', isDark);\nconst MARK = \'pulso:reloads\';\nconst MOST_MS = 300000;\nconst IN_A_ROW_MS = 60000;\nconst reloaded = (() => {\n  try {\n    const [tries, at] = (sessionStorage.getItem(MARK) ?? \'0 0\').split(\' \').map(Number);\n    return Date.now() - at < IN_A_ROW_MS ? tries : 0;\n  } catch { return 9 }\n})();\nconst shownAt = Date.now();\nconst waitMs = reloaded === 0 ? 0 : Math.min(4000 * 2 ** reloaded, MOST_MS);\nconst mark = (tries) => { try { sessionStorage.setItem(MARK, tries + \' \' + Date.now()) } catch {} };\nconst retry = () => location.reload();\nfor (const button of document.querySelectorAll(\'button\')) button.addEventListener(\'click\', retry);\nlet asking = false;\nconst look = async () => {\n  if (asking || document.hidden || Date.now() - shownAt < waitMs) return;\n  asking = true;\n  // A bad signal answers neither yes nor no for minutes.\n  const signal = AbortSignal.timeout(8000);\n  const answer = await fetch(\'/api/health/live\', { cache: \'no-store\', signal }).catch(() => null);\n  asking = false;\n  if (!answer?.ok) return;\n  mark(reloaded + 1);\n  retry();\n};\nsetInterval(look, 4000);\naddEventListener(\'online\', look);\ndocument.addEventListener(\'visibilitychange\', look);\n</script>\n</body>\n</html>\n';

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'sha256-WG7n42mYmZtqh8gtwm30fMTtEOa9nP4EYmhoqzfThQ0='; style-src 'sha256-pwrfwaaOkwv6bXMkXwilFTuMauCLTb/2NEN3qDQ0mZs='; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
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
