import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { restoreBackup, RestoreError } from '@/lib/db/restore';
import { withDatabase } from './with-database';

const USAGE = `Usage:
  npm run restore -- --file pulso-….backup.gz
Fills the empty database of DATABASE_URL, or of a new DATA_DIR, all or nothing. Stop Pulso first.`;

function fileAsked(): string | null {
  try {
    return parseArgs({ options: { file: { type: 'string' } } }).values.file ?? null;
  } catch {
    return null;
  }
}

const file = fileAsked();
if (file === null) {
  console.error(USAGE);
  process.exit(1);
}

/** What went wrong, without the values that a database quotes in its errors. */
function reasonOf(error: unknown): string {
  if (error instanceof RestoreError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'ENOENT') return `There is no file ${file}.`;
  if (code.startsWith('Z_')) return 'The backup cannot be unpacked: it was cut off or is no backup of Pulso.';
  return `The backup could not be restored (${code}).`;
}

async function restore(url: string, path: string): Promise<number> {
  try {
    const source = createReadStream(path);
    const unpacked = createGunzip();
    source.on('error', (error) => unpacked.destroy(error));
    const rows = await restoreBackup(url, source.pipe(unpacked));
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    console.log(`Restored ${total} rows of ${Object.keys(rows).length} tables.`);
    return 0;
  } catch (error) {
    console.error(`${reasonOf(error)} Nothing was restored.`);
    return 1;
  }
}

process.exit(await withDatabase((url) => restore(url, file), { migrates: false }));
