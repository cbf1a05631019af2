// The file holds hashes of passwords and tokens, so that only its owner may read it.
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { insertAuditEntry } from '@/lib/db/audit-entries';
import { readBackup } from '@/lib/db/backup';
import { openDatabase } from '@/lib/db/client';
import { noOrigin } from '@/lib/domain/audit';
import { withDatabase } from './with-database';

const USAGE = `Usage:
  npm run backup -- [--file pulso-….backup.gz]
Writes every row to one compressed file while Pulso goes on running. Keep it where only you can read it.`;

const byDate = () => `pulso-${new Date().toISOString().slice(0, 16).replaceAll(/[-:]/g, '')}.backup.gz`;

function fileAsked(): string | null {
  try {
    return parseArgs({ options: { file: { type: 'string' } } }).values.file ?? byDate();
  } catch {
    return null;
  }
}

const file = fileAsked();
if (file === null) {
  console.error(USAGE);
  process.exit(1);
}

/** Leaves a row in the audit trail, from which the status page tells how old the last backup is. */
async function note(url: string): Promise<void> {
  const db = openDatabase(url, { max: 1 });
  try {
    const entry = { target: null, changes: null, origin: noOrigin };
    await insertAuditEntry(db, { ...entry, actor: 'system', action: 'backup', outcome: 'done' });
  } catch {
    // The file is whole all the same, and a database of an earlier version may have no trail.
    console.error('The backup is complete; the status page does not know of it.');
  } finally {
    await db.$client.end();
  }
}

async function backUp(url: string, path: string): Promise<number> {
  const partial = `${path}.partial`;
  try {
    await pipeline(readBackup(url), createGzip(), createWriteStream(partial, { mode: 0o600, flags: 'wx' }));
    await rename(partial, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') {
      console.error(`${partial} exists: another backup is running, or was killed. Delete it, and try again.`);
      return 1;
    }
    await rm(partial, { force: true });
    console.error(`The backup could not be written${code && ` (${code})`}. Nothing was left behind.`);
    return 1;
  }
  await note(url);
  const { size } = await stat(path);
  console.log(`${path}: ${(size / 1_048_576).toFixed(1)} MB.`);
  return 0;
}

process.exit(await withDatabase((url) => backUp(url, file), { migrates: false }));
