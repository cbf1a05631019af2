// This module makes the keys of a world that lives for one run; nothing of it leaves this machine.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';
import { openDatabase, type Database } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { startPrivatePostgres } from '@/lib/db/private-postgres';
import { testToken } from '@/lib/test-token';
import { startSimulator } from '@/lib/wisphub/simulator/start-simulator';
import { type Scope } from '../shutdown';
import { temporaryFolder } from '../temporary-folder';
import { createInstance, type Instance } from './instance';

const VARIABLES = {
  WISPHUB_API: 'net',
  WISPHUB_RATE_PER_MINUTE: '100000',
  WISPHUB_LAUNCH_SPACING_MS: '0',
  WISPHUB_TIMEOUT_MS: '2000',
  POLL_FIRST_MS: '300',
  POLL_MIN_MS: '300',
  POLL_MAX_MS: '1000',
  POLL_LIMIT_MS: '20000',
  LAUNCHES_PER_MINUTE: '100000',
  REQUESTS_PER_MINUTE: '1000000',
  TOKEN_REQUESTS_PER_MINUTE: '1000000',
  LOG_LEVEL: 'warn',
};

/**
 * Every change of a ping, as the database saw it: what an application could hide, a trigger cannot. It stands in a schema of
 * its own, which no backup takes along.
 */
const WITNESS = `
  create schema chaos;
  create table chaos.changes (
    id bigserial primary key, ping uuid not null, state_before text not null, state_after text not null,
    fence_before bigint not null, fence_after bigint not null, verdict_before text, verdict_after text,
    -- Who held the row before and afterwards, and which connection wrote it.
    holder text, next_holder text, writer text not null default current_setting('application_name'));
  create function chaos.note_change() returns trigger language plpgsql as $$
  begin
    insert into chaos.changes
      (ping, state_before, state_after, fence_before, fence_after, verdict_before, verdict_after, holder, next_holder)
    values (old.id, old.state, new.state, old.fence, new.fence, old.verdict, new.verdict,
      old.lease_owner, new.lease_owner);
    return null;
  end $$;
  create trigger chaos_changes after update on pings for each row execute function chaos.note_change();`;

export type World = {
  /** Logs and the database of this run. */
  folder: string;
  databaseUrl: string;
  db: Database;
  token: string;
  simulator: { url: string; key: string };
  /** What signs the sessions of its instances. */
  secret: string;
  /** A service that nobody has pinged yet, of the member of the cast with this id. */
  service(castId: number): number;
  instance(name: string, variables?: Record<string, string>): Promise<Instance>;
  /** Ends PostgreSQL as a crash would, and starts it again. */
  crashPostgres(): Promise<void>;
};

/**
 * A PostgreSQL, a WispHub and a token of their own; all of it is gone at the end of the scope. `sabotage` is SQL that takes
 * a safeguard away, so that an experiment can be seen to notice.
 */
export async function createWorld(scope: Scope, sabotage: string | null = null): Promise<World> {
  const folder = temporaryFolder(scope, 'chaos');
  const dataDir = path.join(folder, 'data');
  const postgres = await startPrivatePostgres({ dataDir });
  scope.defer(postgres.stop);
  await migrate(postgres.url);
  const key = randomBytes(24).toString('hex');
  const simulator = await startSimulator({ port: 0, key, speed: 10 });
  scope.defer(() => simulator.close());
  const db = openDatabase(postgres.url, { max: 4 });
  scope.defer(() => db.$client.end());
  await db.$client.query(WITNESS);
  if (sabotage !== null) await db.$client.query(sabotage);
  const token = await testToken(db, 'chaos', ['ping:write', 'ping:read']);
  const secret = randomBytes(32).toString('hex');
  let services = 0;

  return {
    folder,
    databaseUrl: postgres.url,
    db,
    token,
    simulator: { url: simulator.url, key },
    secret,
    service: (castId) => 100_000_000 + (services += 1) * 10_000 + castId,
    async instance(name, variables = {}) {
      const instance = await createInstance(folder, name, {
        ...VARIABLES,
        WISPHUB_URL: simulator.url,
        WISPHUB_TOKEN: key,
        NEXTAUTH_SECRET: secret,
        NEXTAUTH_URL: 'http://127.0.0.1',
        DATABASE_URL: postgres.url,
        ...variables,
      });
      scope.defer(instance.retire);
      return instance;
    },
    async crashPostgres() {
      const client = new Client({ connectionString: postgres.url });
      client.on('error', () => {});
      await client.connect();
      const { rows } = await client.query("select pg_read_file('postmaster.pid', 0, 20) as pid");
      const pid = Number.parseInt(String(rows[0]?.pid), 10);
      await client.end();
      // What pg_ctl calls an immediate shutdown: no checkpoint, and recovery at the next start.
      process.kill(pid, 'SIGQUIT');
      await startPrivatePostgres({ dataDir });
    },
  };
}
