import type { Database } from './db/client';
import { standInPage } from './stand-in-page';

const RETRY_SECONDS = 5;

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

/** What a browser shows instead of any page while the database is away. */
export function databaseAwayPage(asked: Headers): Response {
  const { status, headers, body } = standInPage(asked, 'database_unavailable', RETRY_SECONDS);
  return new Response(body, { status, headers });
}
