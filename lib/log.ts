// Log lines must never hold a secret. Known secret values are struck out of the final line, whatever field they came in.
import pino from 'pino';
import { env } from './env';
import { once } from './once';
import { scopeFields } from './request-scope';

/** A shorter one would strike out words; nobody who chooses a secret that short has one. */
const LEAST_LETTERS = 8;

/** A secret as it stands, as JSON writes it, and in the encodings in which a library might pass it on. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
  return [...new Set(forms)].sort((one, other) => other.length - one.length);
}

/** Strikes known secrets out of a line of the log. */
export function scrubber(secrets: readonly (string | undefined)[]): (line: string) => string {
  const known = secrets.filter((secret) => secret !== undefined && secret.length >= LEAST_LETTERS);
  const forms = known.flatMap((secret) => formsOf(secret ?? ''));
  return (line) => forms.reduce((text, form) => text.replaceAll(form, '[secret]'), line);
}

/** The password alone, because a driver repeats it without the address around it. */
function passwordOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? decodeURIComponent(new URL(url).password) : undefined;
}

function ownSecrets(): (string | undefined)[] {
  const { WISPHUB_TOKEN, NEXTAUTH_SECRET, DATABASE_URL, METRICS_TOKEN, OIDC_CLIENT_SECRET } = env();
  const database = [DATABASE_URL, passwordOf(DATABASE_URL)];
  return [WISPHUB_TOKEN, NEXTAUTH_SECRET, ...database, METRICS_TOKEN, OIDC_CLIENT_SECRET];
}

/** A failed query's own message repeats its parameters, which are customers' data; its cause says what went wrong. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const origin = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in origin ? origin.code : undefined;
  return { type: error.name, message: origin.message, code, stack: origin.stack };
}

/** The log of this process: one JSON line for each event, to standard output. */
export const log = once('log', () => {
  const scrub = scrubber(ownSecrets());
  const stream = { write: (line: string) => process.stdout.write(scrub(line)) };
  return pino(
    {
      level: env().LOG_LEVEL,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: scopeFields,
      serializers: { err: describeError },
    },
    stream,
  );
});
