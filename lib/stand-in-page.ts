import en from './i18n/en.json';
import es from './i18n/es.json';
import type { Locale } from './i18n/locale';
import ptBr from './i18n/pt-br.json';
import { requestLocale } from './i18n/request-locale';

type Reason = 'database_unavailable' | 'shutting_down';

const WORDS: Record<Locale, { problem: Record<Reason | 'pageTitle' | 'retry', string> }> = {
  es,
  'pt-BR': ptBr,
  en,
};

/** What a browser shows instead of any page while none can be made; it tries again by itself. */
export function standInPage(headers: Headers, reason: Reason, afterSeconds: number) {
  const locale = requestLocale(headers, null);
  const { pageTitle, retry, [reason]: text } = WORDS[locale].problem;
  const body = `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="${afterSeconds}">
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
  const type = 'text/html; charset=utf-8';
  return { status: 503, headers: { 'content-type': type, 'retry-after': String(afterSeconds) }, body };
}
