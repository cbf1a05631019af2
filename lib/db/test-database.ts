import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

export type TestDatabase = { url: string; drop(): Promise<void> };

const TEMPLATE = 'pulso_template';
const CLONE_LIMIT_MS = 20_000;

async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabaseName(url: string, name: string): string {
  const named = new URL(url);
  named.pathname = `/${name}`;
  return named.href;
}

/** Creates the migrated template, and closes it to connections, because one in use cannot be cloned. */
export async function createTemplate(maintenanceUrl: string): Promise<void> {
  const { migrate } = await import('./migrate');
  await execute(maintenanceUrl, `create database ${TEMPLATE}`);
  await migrate(withDatabaseName(maintenanceUrl, TEMPLATE));
  await execute(maintenanceUrl, `alter database ${TEMPLATE} with allow_connections false`);
}

/** A migrated, empty database of one test file. Drop it in `afterAll`; it goes even when a connection was left open. */
export async function testDatabase(): Promise<TestDatabase> {
  const { inject } = await import('vitest');
  const maintenanceUrl = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const deadlineAt = Date.now() + CLONE_LIMIT_MS;
  for (;;) {
    try {
      await execute(maintenanceUrl, `create database ${name} template ${TEMPLATE}`);
      break;
    } catch (error) {
      const inUse = error instanceof Error && 'code' in error && error.code === '55006';
      if (!inUse || Date.now() > deadlineAt) throw error;
      await sleep(50);
    }
  }
  return {
    url: withDatabaseName(maintenanceUrl, name),
    drop: () => execute(maintenanceUrl, `drop database if exists ${name} with (force)`),
  };
}
