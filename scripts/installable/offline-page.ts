import { createHash } from 'node:crypto';
import en from '@/lib/i18n/en.json';
import es from '@/lib/i18n/es.json';
import { DEFAULT_LOCALE, LOCALE_COOKIE, type Locale } from '@/lib/i18n/locale';
import ptBr from '@/lib/i18n/pt-br.json';

type Words = { title: string; lost: string; typed: string; again: string; retry: string };

const WORDS: Record<Locale, Words> = { es: es.offline, 'pt-BR': ptBr.offline, en: en.offline };

/** The colours of app/globals.css, because nothing else can be loaded where this page is shown. */
const STYLE = `
:root { color-scheme: light; --canvas: #f6f6f8; --ink: #17171c; --muted: #585866; --brand: #5a43d0 }
:root.dark { color-scheme: dark; --canvas: #101014; --ink: #f2f2f5; --muted: #a6a6b5; --brand: #6d57e6 }
body { margin: 0; background: var(--canvas); color: var(--ink); font: 1rem/1.5rem system-ui, sans-serif }
main { box-sizing: border-box; min-height: 100dvh; max-width: 28rem; margin: auto; padding: 2rem 1.5rem;
  display: flex; flex-direction: column; justify-content: center; gap: 1rem }
svg { width: 3.5rem; height: 3.5rem }
h1 { margin: 0; font-size: 2rem; line-height: 2.5rem; letter-spacing: -0.02em }
p { margin: 0.75rem 0 0; text-wrap: pretty }
.muted { color: var(--muted) }
button { margin-top: 1.5rem; width: 100%; min-height: 3rem; border: 0; border-radius: 8px; background: var(--brand);
  color: #fff; font: 500 1rem/1.5rem system-ui, sans-serif; cursor: pointer }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px }
`;

/**
 * Shows the language and the theme that this browser has chosen, and loads the page anew as soon as Pulso answers. When
 * that only brings this page again, it waits longer, each time in a row twice as long, up to five minutes.
 */
const SCRIPT = `
const chosen = /(?:^|; )${LOCALE_COOKIE}=([^;]*)/.exec(document.cookie)?.[1];
const languageOf = (tag) => (tag ?? '').toLowerCase().split('-')[0];
const all = [...document.querySelectorAll('section')];
const wanted = [chosen, ...navigator.languages].map(languageOf);
const language = wanted.find((tag) => all.some(({ lang }) => languageOf(lang) === tag)) ?? '${DEFAULT_LOCALE}';
for (const section of all) {
  section.hidden = languageOf(section.lang) !== language;
  if (section.hidden) continue;
  document.documentElement.lang = section.lang;
  document.title = section.querySelector('h1').textContent + ' · Pulso';
}
const stored = (() => { try { return localStorage.getItem('theme') } catch { return null } })();
const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
const isDark = stored === 'dark' || (stored !== 'light' && prefersDark);
document.documentElement.classList.toggle('dark', isDark);
const MARK = 'pulso:reloads';
const MOST_MS = 300000;
const IN_A_ROW_MS = 60000;
const reloaded = (() => {
  try {
    const [tries, at] = (sessionStorage.getItem(MARK) ?? '0 0').split(' ').map(Number);
    return Date.now() - at < IN_A_ROW_MS ? tries : 0;
  } catch { return 9 }
})();
const shownAt = Date.now();
const waitMs = reloaded === 0 ? 0 : Math.min(4000 * 2 ** reloaded, MOST_MS);
const mark = (tries) => { try { sessionStorage.setItem(MARK, tries + ' ' + Date.now()) } catch {} };
const retry = () => location.reload();
for (const button of document.querySelectorAll('button')) button.addEventListener('click', retry);
let asking = false;
const look = async () => {
  if (asking || document.hidden || Date.now() - shownAt < waitMs) return;
  asking = true;
  // A bad signal answers neither yes nor no for minutes.
  const signal = AbortSignal.timeout(8000);
  const answer = await fetch('/api/health/live', { cache: 'no-store', signal }).catch(() => null);
  asking = false;
  if (!answer?.ok) return;
  mark(reloaded + 1);
  retry();
};
setInterval(look, 4000);
addEventListener('online', look);
document.addEventListener('visibilitychange', look);
`;

const sectionOf = (locale: Locale, { title, lost, typed, again, retry }: Words) => `
<section lang="${locale}"${locale === DEFAULT_LOCALE ? '' : ' hidden'}>
<h1>${title}</h1>
<p>${lost}</p>
<p>${typed}</p>
<p class="muted">${again}</p>
<button type="button">${retry}</button>
</section>`;

const LOGO =
  '<svg viewBox="0 0 24 24" fill="none" aria-hidden="true"><rect width="24" height="24" rx="6" fill="var(--brand)"/>' +
  '<path d="M3.5 12.5h4l2.2-6 4 11 2.4-5h4.4" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>';

const sourceOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What stands for any page while nobody can reach Pulso, in every language, with the only policy under which it works. */
export function offlinePage(): { html: string; policy: string } {
  const sections = Object.entries(WORDS).map(([locale, words]) => sectionOf(locale as Locale, words));
  const html = `<!DOCTYPE html>
<html lang="${DEFAULT_LOCALE}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${WORDS[DEFAULT_LOCALE].title} · Pulso</title>
<style>${STYLE}</style>
</head>
<body>
<main data-testid="offline-page">
${LOGO}${sections.join('')}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
  const policy = [
    "default-src 'none'",
    `script-src ${sourceOf(SCRIPT)}`,
    `style-src ${sourceOf(STYLE)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { html, policy };
}
