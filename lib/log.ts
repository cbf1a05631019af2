// Log lines must never hold a secret. Known secret values are struck out of the final line, whatever field they came in.
import pino from 'pino';
import { env } from './env';
import { once } from './once';

function secretForms(secret: string): string[] {
  return [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)];
}

function scrubber(): (line: string) => string {
  const { WISPHUB_TOKEN, NEXTAUTH_SECRET, DATABASE_URL } = env();
  const secrets = [WISPHUB_TOKEN, NEXTAUTH_SECRET, DATABASE_URL].filter((secret) => secret !== undefined);
  const forms = secrets.flatMap(secretForms);
  return (line) => forms.reduce((text, form) => text.replaceAll(form, '[secret]'), line);
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
  const scrub = scrubber();
  const stream = { write: (line: string) => process.stdout.write(scrub(line)) };
  return pino(
    {
      level: env().LOG_LEVEL,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
    },
    stream,
  );
});
