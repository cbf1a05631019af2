import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { migrationCount } from '@/lib/db/migrate';
import { newDatabase } from '../new-database';
import type { Plan, Row } from './experiment';

const PROCESSES = 3;

type Migrator = { migrate(url: string): Promise<string>; end(): void };

/** A process that has loaded everything and waits, so that several can be told to begin in the same moment. */
function startMigrator(): Migrator {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/chaos/migrate-process.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async migrate(url) {
      child.stdin.write(`${url}\n`);
      const { done, value } = await answers.next();
      return done ? 'the process ended' : value;
    },
    end: () => void child.kill(),
  };
}

async function countOf(client: Client, statement: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`select count(*)::integer as n from ${statement}`);
  return rows[0]?.n ?? 0;
}

/** What is wrong with a database that three processes have migrated; null when nothing is. */
async function problemOf(url: string): Promise<string | null> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const applied = await countOf(client, 'drizzle.__drizzle_migrations');
    if (applied !== (await migrationCount())) return `${applied} migrations were applied`;
    const states = await countOf(client, 'upstream_state');
    return states === 1 ? null : `${states} rows of a table that has one`;
  } catch (error) {
    return error instanceof Error ? error.message : 'it could not be read';
  } finally {
    await client.end();
  }
}

/** Row 17: three processes migrate one empty database in the same moment. */
export async function migrations({ world, scope, isShort }: Plan): Promise<Row> {
  const runs = isShort ? 3 : 20;
  const migrators = Array.from({ length: PROCESSES }, startMigrator);
  for (const { end } of migrators) scope.defer(end);
  // They have loaded what they need once they have migrated what needs nothing any more.
  const warm = await Promise.all(migrators.map(({ migrate }) => migrate(world.databaseUrl)));
  let failures = 0;
  for (let run = 0; run < runs; run += 1) {
    const url = await newDatabase(world.databaseUrl, 'chaos_empty');
    const outcomes = await Promise.all(migrators.map(({ migrate }) => migrate(url)));
    const problem = outcomes.find((outcome) => outcome !== 'done') ?? (await problemOf(url));
    if (problem !== null) {
      failures += 1;
      console.error(`three migrations at once: ${problem}`);
    }
  }
  return {
    promise: 'one migration at a time',
    runs,
    accepted: null,
    lost: null,
    doubled: null,
    measured: `${PROCESSES} processes at once, ${failures} failures`,
    isKept: failures === 0 && warm.every((outcome) => outcome === 'done'),
  };
}
