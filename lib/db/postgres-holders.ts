import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { isProcessAlive } from '@/lib/db/postgres-process';

/** Says that this process uses the server. Returns the release, which tells whether nobody else does. */
export function holdPostgres(folder: string): () => boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mark = path.join(folder, `${process.pid}-${randomBytes(4).toString('hex')}`);
  writeFileSync(mark, '');
  const remove = () => rmSync(mark, { force: true });
  process.once('exit', remove);
  return () => {
    process.off('exit', remove);
    remove();
    return !isHeld(folder);
  };
}

/** A mark of a process that was killed counts for nothing and goes away. */
function isHeld(folder: string): boolean {
  let held = false;
  for (const name of readdirSync(folder)) {
    if (isProcessAlive(Number.parseInt(name, 10))) held = true;
    else rmSync(path.join(folder, name), { force: true });
  }
  return held;
}
