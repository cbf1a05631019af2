import type { Database } from './db/client';
import en from './i18n/en.json';
import es from './i18n/es.json';
import type { Locale } from './i18n/locale';
import ptBr from './i18n/pt-br.json';
import { requestLocale } from './i18n/request-locale';

const RETRY_SECONDS = 5;

const WORDS: Record<Locale, { problem: { pageTitle: string; database_unavailable: string; retry: string } }> =
  {
    es,
    'pt-BR': ptBr,
    en,
  };

/**
 * True when the database of this process does not answer. It is asked for by the name under which `lib/compose.ts` keeps it,
 * because what stands before the pages is to hold nothing of what stands behind them; before the first use there is none.
 */
export async function isDatabaseAway(): Promise<boolean> {
  const shared = globalThis as { [key: symbol]: Database | undefined };
  try {
    await shared[Symbol.for('pulso.database')]?.$client.query('select 1');
    return false;
  } catch {
    return true;
  }
}

/** What a browser shows instead of any page while the database is away; it tries again by itself. */
export function databaseAwayPage(headers: Headers): Response {
  const locale = requestLocale(headers, null);
  const { pageTitle, database_unavailable: text, retry } = WORDS[locale].problem;
  const html = `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="${RETRY_SECONDS}">
<title>${pageTitle} · Pulso</title>
</head>
<body style="font-family: system-ui, sans-serif; display: grid; place-content: center; min-height: 90vh; text-align: center">
<main>
<h1 style="font-size: 1.25rem">${pageTitle}</h1>
<p>${text}</p>
<p><a href="">${retry}</a></p>
</main>
</body>
</html>
`;
  return new Response(html, {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': String(RETRY_SECONDS) },
  });
}
