import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@/lib/db/free-port';
import type { Scope } from '../shutdown';

const FILES = {
  'package.json': '{ "type": "module" }',
  // The packages are those of the clone that this folder lies in.
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } };`,
  // Without one of its own it would start ours.
  'instrumentation.js': 'export function register() {}',
  'app/route.js':
    "export const dynamic = 'force-dynamic';\nexport const GET = () => Response.json({ ok: true });",
};
const START_MS = 30_000;

async function next(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', ...args], { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`next ${args[0]} of the bare route ended with ${String(code)}.`);
}

/** Builds and starts a Next server that holds one route which does nothing; answers the address of that route. */
export async function startBareNext(scope: Scope, folder: string): Promise<string> {
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  scope.defer(() => rmSync(folder, { recursive: true, force: true }));
  await next(['build', folder]);
  const port = String(await freePort());
  const args = ['node_modules/next/dist/bin/next', 'start', folder, '-H', '127.0.0.1', '-p', port];
  const server = spawn(process.execPath, args, { stdio: 'ignore' });
  scope.defer(async () => {
    if (server.exitCode !== null) return;
    server.kill('SIGTERM');
    await once(server, 'exit');
  });
  const url = `http://127.0.0.1:${port}/`;
  const patience = AbortSignal.timeout(START_MS);
  while (
    !(await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    patience.throwIfAborted();
    await sleep(100);
  }
  return url;
}
