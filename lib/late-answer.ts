import { AppError } from './domain/app-error';
import type { ShortAnswer, Visitor } from './front-door';
import { errorAnswer } from './http';
import { patternOfPath } from './request-log';
import { REQUEST_HEADER } from './request-scope';
import { standInPage } from './stand-in-page';

/** As long as a restart takes, more or less. */
const AGAIN_SECONDS = 5;

/** Files, and what tells a supervisor how this process is. */
const WITHOUT_DATABASE = ['file', '/api/health/live', '/api/health/ready'];

export const needsNoDatabase = (url: string): boolean => WITHOUT_DATABASE.includes(patternOfPath(url));

/** The page brings nothing but itself, and looks as it does where the proxy sends it. */
const POLICY =
  "default-src 'none'; style-src-attr 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** What whoever asks in the last moment of a process is told: a person a page, a program the envelope. */
export function lateAnswer({ url, headers }: Pick<Visitor, 'url' | 'headers'>): ShortAnswer {
  const requestId = String(headers[REQUEST_HEADER] ?? '');
  if (!url.startsWith('/api/')) {
    const { cookie = '', 'accept-language': language = '' } = headers;
    const asked = new Headers({ cookie: String(cookie), 'accept-language': String(language) });
    const page = standInPage(asked, 'shutting_down', AGAIN_SECONDS);
    return { ...page, headers: { ...page.headers, 'content-security-policy': POLICY } };
  }
  const message = 'Pulso is restarting. Try again in a few seconds.';
  const error = new AppError('shutting_down', message, { retryAfterSeconds: AGAIN_SECONDS });
  const { status = 503, headers: told, envelope } = errorAnswer(error, requestId);
  return {
    status,
    headers: { ...told, 'content-type': 'application/json' },
    body: JSON.stringify(envelope),
  };
}
