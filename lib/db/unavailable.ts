const CONNECTION_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '57014',
];
const CONNECTION_MESSAGES =
  /connection terminated|connection timeout|query read timeout|timeout exceeded when trying to connect|cannot use a pool after calling end|not queryable/i;

/** True when an error says that the database cannot be reached or does not answer, and not that a query is wrong. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (CONNECTION_CODES.includes(code) || code.startsWith('08') || CONNECTION_MESSAGES.test(error.message))
    return true;
  return isDatabaseUnavailable(error.cause);
}

/** PostgreSQL's code for a statement that was cancelled, here by its own time limit. */
const QUERY_CANCELED = '57014';

/** True when a statement ran into its time limit. */
export function isStatementTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === QUERY_CANCELED) || isStatementTimeout(error.cause);
}
