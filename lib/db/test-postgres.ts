import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPrivatePostgres } from './private-postgres';
import { createTemplate } from './test-database';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The maintenance database of the PostgreSQL of this test run. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for the whole run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pulso-test-'));
  const postgres = await startPrivatePostgres({ dataDir, durable: false });
  const teardown = async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const url = new URL(postgres.url);
    url.pathname = '/postgres';
    await createTemplate(url.href);
    project.provide('postgresUrl', url.href);
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}
