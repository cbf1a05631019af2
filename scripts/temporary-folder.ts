import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Scope } from './shutdown';

/** A folder of its own for as long as the scope lasts; `name` says whose it is to somebody who finds it. */
export function temporaryFolder(scope: Scope, name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `pulso-${name}-`));
  scope.defer(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
