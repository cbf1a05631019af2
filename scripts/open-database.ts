import { DatabaseIsNewerError, migrate } from '@/lib/db/migrate';
import { startPrivatePostgres } from '@/lib/db/private-postgres';
import { StartError } from '@/lib/start-error';
import { type Scope } from './shutdown';

type DatabaseOptions = {
  /** A PostgreSQL of the operator; without it the private one of the data folder is used. */
  databaseUrl?: string | undefined;
  dataDir: string;
  durable?: boolean;
  /** `started-here` leaves a server that ran before we came running when we go. */
  stop?: 'always' | 'started-here';
  /** False leaves the database at the version that it has. */
  migrates?: boolean;
};

async function migrateOwn(databaseUrl: string): Promise<void> {
  try {
    await migrate(databaseUrl);
  } catch (error) {
    if (error instanceof DatabaseIsNewerError) throw error;
    // The text of an error may quote the address, and the address holds a password; its code does not.
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
    throw new StartError(
      `The database of DATABASE_URL cannot be used (${code}): check its address, password and rights.`,
    );
  }
}

/** Resolves to the connection string of a database, migrated unless told otherwise; a PostgreSQL of ours is stopped at the end of the scope. */
export async function openDatabase(scope: Scope, options: DatabaseOptions): Promise<string> {
  const { databaseUrl, dataDir, durable = true, stop = 'always', migrates = true } = options;
  if (databaseUrl !== undefined) {
    if (migrates) await migrateOwn(databaseUrl);
    return databaseUrl;
  }
  const postgres = await startPrivatePostgres({ dataDir, durable });
  if (stop === 'always' || postgres.startedHere) scope.defer(postgres.stop);
  scope.proceed();
  if (migrates) await migrate(postgres.url);
  scope.proceed();
  return postgres.url;
}
