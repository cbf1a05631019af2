import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import type { Database } from '@/lib/db/client';
import * as schema from '@/lib/db/schema';

type Statement = { text: string; values: unknown[] };

export type PlanKeeper = {
  /** The database of the bench, which remembers what is sent to it. */
  db: Database;
  /** Runs some work and keeps the plans of what it sent, in a file of this name. */
  keep(name: string, work: () => Promise<unknown>): Promise<void>;
};

const READS = /^\s*\(*\s*(select|with)\b/i;
const SETS = /\bset_config\(/;
const FRAMES = /^\s*(begin|commit|rollback)\b/i;

/** Explains a statement as it was sent, where it stood: in its transaction and under the settings made there. */
async function explain(client: PoolClient, { text, values }: Statement): Promise<string> {
  if (FRAMES.test(text) || SETS.test(text)) {
    await client.query(text, values);
    return '';
  }
  if (!READS.test(text)) return '';
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, values);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  return `${text.trim()}\n\n-- ${JSON.stringify(values).slice(0, 2000)}\n\n${plan}\n\n${'─'.repeat(100)}\n\n`;
}

const fileOf = (name: string) => `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '')}.txt`;

/** Keeps query plans in a folder, which is emptied first. */
export function planKeeper({ $client: pool }: Database, folder: string): PlanKeeper {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let sent: Statement[] = [];
  const logger = { logQuery: (text: string, values: unknown[]) => void sent.push({ text, values }) };
  const db: Database = Object.assign(drizzle(pool, { schema, logger }), { $client: pool });
  return {
    db,
    async keep(name, work) {
      sent = [];
      await work();
      const client = await pool.connect();
      try {
        let plans = '';
        for (const statement of sent) plans += await explain(client, statement);
        writeFileSync(path.join(folder, fileOf(name)), plans);
      } finally {
        // What a plan left open must not come back to somebody else.
        client.release(true);
      }
    },
  };
}
