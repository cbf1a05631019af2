/** PostgreSQL's codes for a text with a character that it cannot hold: NUL, or half of a surrogate pair. */
const TEXT_CODES = ['22021', '22P05'];

/** True when an error says that a text of the request can neither be stored nor be looked for. */
export function isUnstorableText(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && TEXT_CODES.includes(String(error.code))) || isUnstorableText(error.cause);
}
