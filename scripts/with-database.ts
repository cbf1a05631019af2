import { parseDatabaseEnv } from '@/lib/env';
import { loadDotEnv } from './load-dot-env';
import { openDatabase } from './open-database';
import { withScope } from './shutdown';

/**
 * Runs a command on the database that DATABASE_URL or DATA_DIR names, migrated unless told otherwise, and resolves to its
 * exit code (130 when interrupted). The private PostgreSQL is stopped afterwards only when it was started for this.
 * The caller ends with `process.exit(code)`, because an interrupted prompt would keep the process alive.
 */
export function withDatabase(
  run: (databaseUrl: string) => Promise<number>,
  { migrates = true }: { migrates?: boolean } = {},
): Promise<number> {
  return withScope(async (scope) => {
    loadDotEnv();
    const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = parseDatabaseEnv(process.env);
    const url = await openDatabase(scope, { databaseUrl, dataDir, stop: 'started-here', migrates });
    return Promise.race([run(url), scope.asked.then(() => 130)]);
  });
}
