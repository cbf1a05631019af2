const SHORTEST = 12;
const REDACTED = '[redacted]';

/**
 * Takes a secret out of a foreign JSON text, in each form in which JSON may write it. A word shorter than twelve
 * characters is no key that WispHub issues, and taking it out would spoil honest answers.
 */
export function redactor(secret: string): (text: string) => string {
  if (secret.length < SHORTEST) return (text) => text;
  const quoted = JSON.stringify(secret).slice(1, -1);
  const forms = new Set([secret, quoted, quoted.replaceAll('/', '\\/')]);
  return (text) => [...forms].reduce((left, form) => left.replaceAll(form, REDACTED), text);
}
